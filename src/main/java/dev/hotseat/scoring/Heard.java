package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.Mention;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.scenario.Script.Listen;
import java.util.Comparator;
import java.util.Optional;

/// A concept heard in an answer to a question that listens for it.
///
/// @param hints given on the question before
record Heard(
    String question, Listen listen, Entry entry, Answered said, Mention mention, int hints) {

  /// The best mention in an answer: only what is affirmed counts.
  static Optional<Heard> in(String question, Listen listen, Entry entry, Answered said, int hints) {
    return said.mentions().stream()
        .filter(each -> each.concept().equals(listen.concept()))
        .filter(each -> each.stance() == Mention.Stance.AFFIRMED)
        .map(each -> new Heard(question, listen, entry, said, each, hints))
        .max(Comparator.comparingDouble(each -> Math.abs(each.worth(0).points())));
  }

  /// Of two, the one worth more; the earlier one of equals.
  Heard better(Heard later) {
    return Math.abs(later.worth(0).points()) > Math.abs(worth(0).points()) ? later : this;
  }

  /// @param earlier how often the same concept has earned points in the same dimension before
  Worth worth(int earlier) {
    Worth full = Worth.of(listen.award());
    if (!Worth.adds(listen.award())) {
      return full;
    }
    if (mention.listed()) {
      return full.nothing("only an item in a list");
    }
    return (mention.reasoned() ? full : full.unreasoned()).afterHints(hints).again(earlier);
  }

  Credit credit(int earlier) {
    return Credit.of(
        "answer",
        Credit.entry(entry),
        entry,
        question,
        listen.award(),
        worth(earlier),
        Quote.around(said.text(), mention));
  }
}
