package dev.hotseat.interview;

import dev.hotseat.event.Mention;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.scenario.EstimateCheck;
import dev.hotseat.scenario.Scenario.Clarification;
import dev.hotseat.scenario.Scenario.Concept;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.Listen;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.Strength;
import dev.hotseat.scenario.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the interviewer says to what the candidate says.
final class Replies {
  private final Answered said;
  private final InterviewState state;

  private Replies(Answered said, InterviewState state) {
    this.said = said;
    this.state = state;
  }

  /// A reply.
  ///
  /// @param closeAs how it closes the open question; empty when that stays open
  record Reply(Effect effect, String closeAs) {}

  /// The reply to words not replied to yet.
  static Reply to(Answered said, InterviewState state) {
    return new Replies(said, state).reply();
  }

  private Reply reply() {
    return switch (Command.in(said.text())) {
      case NEXT -> next();
      case REPEAT -> repeat();
      case HINT -> hint();
      case NONE -> toContent();
    };
  }

  private Reply next() {
    return state
        .questions()
        .open()
        .map(open -> closing(words(Words.LEAVING), open.addressed() ? "answered" : "skipped"))
        .orElseGet(() -> keeping(words(Words.NOTHING_OPEN)));
  }

  private Reply repeat() {
    return state
        .questions()
        .open()
        .map(open -> clarifying(words(Words.AGAIN) + open.text()))
        .orElseGet(() -> keeping(words(Words.NOTHING_OPEN)));
  }

  private Reply hint() {
    Optional<Asked> open = state.questions().open();
    if (open.isEmpty()) {
      return keeping(words(Words.NOTHING_OPEN));
    }
    int number = open.get().hints() + 1;
    return state.hint(open.get().id(), number).isPresent()
        ? new Reply(new Effect.GiveHint(open.get().id(), number), "")
        : keeping(words(Words.NO_HINT));
  }

  private Reply toContent() {
    String facts = factSheetAnswers();
    if (!facts.isEmpty()) {
      return clarifying(said.unanswered() ? facts + words(Words.REST) : facts);
    }
    Optional<Question> open =
        state.questions().open().flatMap(each -> state.agenda().question(each.id()));
    if (open.isEmpty()) {
      return said.question() && said.mentions().isEmpty()
          ? clarifying(words(Words.ASSUME))
          : keeping(words(Words.BETWEEN));
    }
    if (asksWithoutAnswering(open.get())) {
      return clarifying(words(Words.ASSUME));
    }
    return switch (open.get().kind()) {
      case OPEN, EXPLAIN -> toWords(open.get());
      case ESTIMATE -> toEstimate(open.get());
      case CHOICE -> toChoice(open.get());
      case DO -> keeping(words(Words.WORKING));
    };
  }

  /// In the order asked; what was told before is told again, and said to be.
  private String factSheetAnswers() {
    Map<String, Clarification> sheet = new HashMap<>();
    state.agenda().scenario().clarifications().forEach(each -> sheet.put(each.id(), each));
    return said.clarifications().stream()
        .flatMap(asked -> Stream.ofNullable(sheet.get(asked)))
        .map(this::told)
        .collect(Collectors.joining(" "));
  }

  private String told(Clarification fact) {
    String answer = fact.answer().over(state.facts());
    return state.situation().clarified(fact.id()) > 1 ? words(Words.AS_I_SAID) + answer : answer;
  }

  private boolean asksWithoutAnswering(Question open) {
    return said.question()
        && said.value() == null
        && said.choice().isEmpty()
        && heard(open).isEmpty();
  }

  private Reply toWords(Question open) {
    List<Listen> heard = heard(open);
    Optional<Template> says =
        heard.stream()
            .map(Listen::says)
            .flatMap(each -> Optional.ofNullable(each).stream())
            .findFirst();
    boolean strong = heard.stream().anyMatch(each -> each.award().signal() == Strength.STRONG);
    if (strong || !mayProbe(open)) {
      return closing(says.map(this::filled).orElseGet(() -> thanks(heard)), "answered");
    }
    return probing(
        says.or(() -> Optional.ofNullable(open.probe())).map(this::filled).orElseThrow());
  }

  private boolean mayProbe(Question open) {
    boolean probed = state.questions().open().map(Asked::probed).orElse(true);
    return open.probe() != null && !probed;
  }

  private Reply toEstimate(Question open) {
    Estimate estimate = open.estimate();
    if (said.value() != null && estimate != null) {
      return closing(thanks(List.of()) + howFarOff(estimate, said.value()), "answered");
    }
    boolean probed = state.questions().open().map(Asked::probed).orElse(true);
    if (probed) {
      return closing(thanks(List.of()), "answered");
    }
    return probing(open.probe() == null ? words(Words.NUMBER) : filled(open.probe()));
  }

  /*
   * A candidate in practice learns at once how far off an estimate was. In an interview nothing is
   * told: the next question may build on the number.
   */
  private String howFarOff(Estimate estimate, double value) {
    OptionalDouble factor = EstimateCheck.factorOff(estimate, value, said.unit(), state.facts());
    if (!state.agenda().practice()) {
      return "";
    }
    if (factor.isEmpty()) {
      return String.format(Locale.ROOT, " I cannot compare that with %s.", estimate.unit());
    }
    return String.format(
        Locale.ROOT,
        factor.getAsDouble() <= estimate.factor()
            ? " From your own assumptions I get the same within a factor of %.1f."
            : " From your own assumptions I get something else, by a factor of %.1f.",
        factor.getAsDouble());
  }

  private Reply toChoice(Question open) {
    Optional<Option> picked =
        open.options().stream().filter(each -> each.id().equals(said.choice())).findFirst();
    if (picked.isPresent()) {
      Template says = picked.get().says();
      return closing(says == null ? thanks(List.of()) : filled(says), "answered");
    }
    String options = open.options().stream().map(Option::text).collect(Collectors.joining(" · "));
    return keeping(words(Words.PICK) + options);
  }

  private List<Listen> heard(Question open) {
    if (said.onlyEchoes()) {
      return List.of();
    }
    return open.listen().stream().filter(each -> affirmed(each.concept())).toList();
  }

  private boolean affirmed(String concept) {
    return said.mentions().stream()
        .anyMatch(
            each -> each.concept().equals(concept) && each.stance() == Mention.Stance.AFFIRMED);
  }

  private String thanks(List<Listen> heard) {
    String thanks = words(Words.THANKS);
    if (!state.agenda().practice() || heard.isEmpty()) {
      return thanks;
    }
    return thanks
        + " I heard: "
        + heard.stream()
            .map(Listen::concept)
            .map(this::title)
            .distinct()
            .collect(Collectors.joining(", "))
        + ".";
  }

  private String title(String concept) {
    return state.agenda().scenario().concepts().stream()
        .filter(each -> each.id().equals(concept))
        .map(Concept::title)
        .findFirst()
        .orElse(concept);
  }

  private String filled(Template template) {
    return template.over(state.facts());
  }

  private String words(Words words) {
    return state.words(words);
  }

  private static Reply closing(String text, String how) {
    return new Reply(new Effect.Say(text, Spoke.Kind.ACKNOWLEDGEMENT, "", null), how);
  }

  private static Reply keeping(String text) {
    return new Reply(new Effect.Say(text, Spoke.Kind.ACKNOWLEDGEMENT, "", null), "");
  }

  private static Reply clarifying(String text) {
    return new Reply(new Effect.Say(text, Spoke.Kind.CLARIFICATION, "", null), "");
  }

  private Reply probing(String text) {
    String open = state.questions().open().map(Asked::id).orElse("");
    return new Reply(new Effect.Say(text, Spoke.Kind.PROBE, open, null), "");
  }
}
