package dev.hotseat.hearing;

import dev.hotseat.event.Mention;
import dev.hotseat.event.Mention.Stance;
import dev.hotseat.phrase.ConceptPattern;
import dev.hotseat.phrase.Quantities;
import dev.hotseat.scenario.Scenario.Clarification;
import dev.hotseat.scenario.Scenario.Concept;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.queries.intervals.IntervalsSource;

/// Hears which concepts an answer contains, and which facts it asks for. One per scenario; safe for
/// many threads; pure: the same words are always heard alike.
public final class Ear implements AutoCloseable {
  /// The longest answer that is listened to, in characters.
  public static final int TEXT_MAX = 8_000;

  private static final int MENTIONS_PER_CONCEPT_MAX = 8;
  private final List<Stored> stored;
  private final StoredPatterns patterns;

  /// What a pattern is for.
  private enum Use {
    HEAR,
    UNLESS,
    BECAUSE,
    ASKS
  }

  /// A pattern's owner (a concept or a clarification) and use.
  private record Stored(String owner, Use use) {}

  private Ear(List<Stored> stored, StoredPatterns patterns) {
    this.stored = List.copyOf(stored);
    this.patterns = patterns;
  }

  /// An ear for these concepts and facts, whose patterns have passed [ConceptPattern#check].
  public static Ear of(List<Concept> concepts, List<Clarification> clarifications) {
    Drafts drafts = new Drafts();
    for (Concept concept : concepts) {
      drafts.add(concept.id(), Use.HEAR, concept.hear());
      drafts.add(concept.id(), Use.UNLESS, concept.unless());
      drafts.add(concept.id(), Use.BECAUSE, concept.because());
    }
    for (Clarification clarification : clarifications) {
      drafts.add(clarification.id(), Use.ASKS, clarification.asks());
    }
    return new Ear(drafts.stored, new StoredPatterns(drafts.queries, drafts.compiler.prefixes()));
  }

  private static final class Drafts {
    private final PatternQueries compiler = new PatternQueries(Lexicon.shipped());
    private final List<Stored> stored = new ArrayList<>();
    private final List<IntervalsSource> queries = new ArrayList<>();

    void add(String owner, Use use, List<String> sources) {
      for (String source : sources) {
        stored.add(new Stored(owner, use));
        queries.add(compiler.query(ConceptPattern.of(source)));
      }
    }
  }

  /// What `text` says, given that `question` (or nothing) was open.
  ///
  /// @throws IllegalArgumentException when the text is longer than [#TEXT_MAX]
  public Heard hear(String text, String question) {
    if (text.length() > TEXT_MAX) {
      throw new IllegalArgumentException(
          "an answer has at most " + TEXT_MAX + " characters, got " + text.length());
    }
    Utterance heard = Utterance.of(text);
    if (heard.size() == 0) {
      return new Heard(List.of(), List.of(), List.of(), List.of(), 0, 0);
    }
    return new Hearing(heard, question).heard();
  }

  @Override
  public void close() {
    patterns.close();
  }

  /// Where a fact is asked for.
  private record Place(String fact, Hit hit) {
    boolean overlaps(Place other) {
      return hit.overlaps(other.hit);
    }
  }

  /// One answer being heard.
  private final class Hearing {
    private final Utterance heard;
    private final List<Hit> hits;
    private final Negation negation;
    private final BitSet lists;
    private final Echo echo;
    private final Map<Integer, Boolean> asking = new HashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Disregarded> disregarded = new ArrayList<>();

    Hearing(Utterance heard, String question) {
      this.heard = heard;
      this.hits = patterns.in(heard);
      this.negation = Negation.in(heard);
      this.lists = Lists.in(heard);
      this.echo = Echo.of(heard, question);
    }

    Heard heard() {
      byOwner(Use.HEAR).forEach(this::mention);
      mentions.sort(Comparator.comparingInt(Mention::start).thenComparing(Mention::concept));
      return new Heard(
          mentions,
          disregarded,
          questions(),
          Quantities.in(heard.text()),
          heard.size(),
          echo.share());
    }

    private Map<String, List<Hit>> byOwner(Use use) {
      Map<String, List<Hit>> found = new LinkedHashMap<>();
      for (Hit hit : hits) {
        Stored of = stored.get(hit.pattern());
        if (of.use() == use) {
          found.computeIfAbsent(of.owner(), _ -> new ArrayList<>()).add(hit);
        }
      }
      return found;
    }

    private void mention(String concept, List<Hit> all) {
      for (Hit hit : distinct(all)) {
        Mention mention = mention(concept, hit);
        if (isWithdrawn(concept, hit)) {
          disregarded.add(new Disregarded(mention, Disregarded.Rule.UNLESS));
        } else if (mention.stance() != Stance.QUESTIONED && echo.covers(hit.terms())) {
          disregarded.add(new Disregarded(mention, Disregarded.Rule.ECHO));
        } else if (Sense.isMissing(heard, heard.sentence(hit.first()))) {
          disregarded.add(new Disregarded(mention, Disregarded.Rule.SENSELESS));
        } else {
          mentions.add(mention);
        }
      }
    }

    /// Of overlapping matches the one with most words, and of equals the denied one.
    private List<Hit> distinct(List<Hit> all) {
      List<Hit> best = new ArrayList<>(all);
      best.sort(
          Comparator.<Hit>comparingInt(hit -> -hit.terms().size())
              .thenComparing(hit -> !negation.denies(hit.terms()))
              .thenComparingInt(hit -> hit.last() - hit.first()));
      List<Hit> kept = new ArrayList<>();
      for (Hit hit : best) {
        if (kept.size() < MENTIONS_PER_CONCEPT_MAX && kept.stream().noneMatch(hit::overlaps)) {
          kept.add(hit);
        }
      }
      return kept;
    }

    private Mention mention(String concept, Hit hit) {
      boolean reasoned = isReasoned(concept, hit);
      return new Mention(
          concept,
          heard.quote(hit.first(), hit.last()),
          heard.token(hit.first()).start(),
          heard.token(hit.last()).end(),
          stance(hit),
          reasoned,
          lists.get(hit.first()) && !isOwnReason(concept, hit));
    }

    private Stance stance(Hit hit) {
      if (asks(heard.sentence(hit.first()))) {
        return Stance.QUESTIONED;
      }
      return negation.denies(hit.terms()) ? Stance.NEGATED : Stance.AFFIRMED;
    }

    private boolean asks(Utterance.Sentence sentence) {
      return asking.computeIfAbsent(sentence.index(), _ -> QuestionForm.has(heard, sentence));
    }

    private boolean isReasoned(String concept, Hit hit) {
      return Reasons.given(heard, heard.sentence(hit.first()))
          || negation.argues(hit.terms())
          || isOwnReason(concept, hit);
    }

    /// A pattern of the concept's own `because` in this sentence or the ones beside it.
    private boolean isOwnReason(String concept, Hit hit) {
      int place = heard.sentence(hit.first()).index();
      return byOwner(Use.BECAUSE).getOrDefault(concept, List.of()).stream()
          .anyMatch(reason -> Math.abs(heard.sentence(reason.first()).index() - place) <= 1);
    }

    private boolean isWithdrawn(String concept, Hit hit) {
      int place = heard.sentence(hit.first()).index();
      return byOwner(Use.UNLESS).getOrDefault(concept, List.of()).stream()
          .anyMatch(against -> heard.sentence(against.first()).index() == place);
    }

    private List<Asked> questions() {
      return heard.sentences().stream()
          .filter(this::asks)
          .map(sentence ->
              new Asked(
                  heard.quote(sentence.from(), sentence.to() - 1),
                  heard.token(sentence.from()).start(),
                  heard.token(sentence.to() - 1).end(),
                  ranked(sentence),
                  answers(sentence)))
          .toList();
    }

    /// A part of a sentence that lists what it asks for, such as "which currencies" in "how many,
    /// which currencies, and how fast?", gets the fact that fits it best.
    private List<String> answers(Utterance.Sentence sentence) {
      Map<Integer, Place> taken = new TreeMap<>();
      places(sentence)
          .sorted(Comparator.comparingDouble(place -> -fit(place.hit())))
          .filter(place -> taken.values().stream().noneMatch(place::overlaps))
          .forEach(place -> taken.putIfAbsent(Listed.part(heard, place.hit().first()), place));
      return taken.values().stream().map(Place::fact).distinct().toList();
    }

    private Stream<Place> places(Utterance.Sentence sentence) {
      return byOwner(Use.ASKS).entrySet().stream()
          .flatMap(each -> each.getValue().stream().map(hit -> new Place(each.getKey(), hit)))
          .filter(place -> heard.sentence(place.hit().first()).equals(sentence));
    }

    private List<String> ranked(Utterance.Sentence sentence) {
      Map<String, Double> fit = new LinkedHashMap<>();
      byOwner(Use.ASKS)
          .forEach((id, places) ->
              places.stream()
                  .filter(hit -> heard.sentence(hit.first()).equals(sentence))
                  .mapToDouble(Hearing::fit)
                  .max()
                  .ifPresent(best -> fit.put(id, best)));
      return fit.entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .map(Map.Entry::getKey)
          .toList();
    }

    /// More words matched is better; of equals, closer together.
    private static double fit(Hit hit) {
      return hit.terms().size() + 1.0 / (1 + hit.last() - hit.first());
    }
  }
}
