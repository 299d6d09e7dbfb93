package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.event.Mention;
import dev.hotseat.scenario.Scenario.Concept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarTest {
  private static final Ear EAR = Ear.of(Heardable.CONCEPTS, Heardable.FACTS);

  @AfterAll
  static void close() {
    EAR.close();
  }

  @Test
  void quotesTheWordsVerbatimWithTheirPlace() {
    String text = "Well: I'd use *Random*, seven-letter CODES — nothing else.";

    Mention mention = EAR.hear(text, "").credited().getFirst();

    assertThat(mention.words()).isEqualTo("Random*, seven-letter CODES");
    assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.words());
  }

  @Test
  void takesAMentionBackWhenUnlessMatches() {
    Heard heard = EAR.hear("Never cache a 301 forever.", "");

    assertThat(heard.mentions()).extracting(Mention::concept).containsExactly("no-forever");
    assertThat(heard.disregarded())
        .extracting(Disregarded::rule)
        .containsExactly(Disregarded.Rule.UNLESS);
  }

  @Test
  void acceptsTheAuthorsOwnReason() {
    Concept concept =
        new Concept("hash", "hash", List.of("hash"), List.of(), List.of("same url same code"));
    try (Ear ear = Ear.of(List.of(concept), List.of())) {
      Heard alone = ear.hear("I would hash the target.", "");
      Heard reasoned = ear.hear("I would hash the target. The same url gets the same code.", "");

      assertThat(alone.credited()).singleElement().matches(mention -> !mention.reasoned());
      assertThat(reasoned.credited()).singleElement().matches(Mention::reasoned);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A trigger is writing to both tables.",
        "The application writes to both tables.",
        "Copies go to both tables.",
        "Copying to both tables."
      })
  void hearsEveryFormOfAWholeWordThatIsGivenAsABeginning(String text) {
    Concept concept =
        new Concept("dual", "dual", List.of("(write* | copy*) both"), List.of(), List.of());
    try (Ear ear = Ear.of(List.of(concept), List.of())) {
      assertThat(ear.hear(text, "").credited()).hasSize(1);
    }
  }

  @Test
  void hearsNothingInAnEmptyAnswer() {
    assertThat(EAR.hear("", "Why?").mentions()).isEmpty();
    assertThat(EAR.hear(" \n… ?!", "Why?").questions()).isEmpty();
  }

  @Test
  void refusesMoreThanItListensTo() {
    assertThatThrownBy(() -> EAR.hear("a".repeat(Ear.TEXT_MAX + 1), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bearsTheLongestAnswerOfNothingButItsWords() {
    String text = "cache because rate limit not ".repeat(270);

    Heard heard = EAR.hear(text, "");

    assertThat(heard.words()).isGreaterThan(1_300);
    assertThat(heard.mentions()).hasSizeLessThan(40);
  }

  @Test
  void hearsManyAtOnceAlike() throws InterruptedException, ExecutionException {
    String text = "I would not use a cache; random codes, because nobody can walk through them.";
    Heard alone = EAR.hear(text, "");

    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Heard>> all =
          IntStream.range(0, 50).mapToObj(_ -> crowd.submit(() -> EAR.hear(text, ""))).toList();
      for (Future<Heard> each : all) {
        assertThat(each.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void reportsTheQuantitiesNamed() {
    assertThat(EAR.hear("About 95 TB over 5 years.", "").quantities()).hasSize(2);
  }

  @Nested
  class WhenTheQuestionIsRepeated {
    private static final String QUESTION =
        "Would you put a cache in front of the store, or random codes, and why?";

    @Test
    void creditsNoneOfItsOwnWords() {
      Heard heard = EAR.hear("I would put a cache in front of the store.", QUESTION);

      assertThat(heard.credited()).isEmpty();
      assertThat(heard.echoShare()).isGreaterThan(0.7);
      assertThat(heard.disregarded())
          .extracting(Disregarded::rule)
          .containsOnly(Disregarded.Rule.ECHO);
    }

    @Test
    void stillCreditsWhatIsNew() {
      Heard heard =
          EAR.hear(
              "Neither at first; a unique index on the alias, because races end there.", QUESTION);

      assertThat(heard.credited()).extracting(Mention::concept).containsExactly("unique");
      assertThat(heard.echoShare()).isLessThan(0.3);
    }
  }

  @Nested
  class WhenTheCandidateAsks {
    @Test
    void findsTheFactThatAnswers() {
      assertThat(EAR.hear("How long do links live?", "").clarifications()).contains("lifetime");
      assertThat(EAR.hear("what is the latency target per region", "").clarifications())
          .contains("latency");
      assertThat(EAR.hear("Can I assume that clicks may be lost?", "").clarifications())
          .contains("lost-click");
    }

    @Test
    void ranksTheCloserFactFirst() {
      Heard heard = EAR.hear("What is the latency target for links that were just created?", "");

      assertThat(heard.questions().getFirst().clarifications())
          .startsWith("latency")
          .contains("creation");
    }

    @Test
    void answersEachPartOfASentenceThatAsksForSeveralThings() {
      assertThat(
              EAR.hear("Which latency target, how long do links live, may clicks be lost?", "")
                  .clarifications())
          .containsExactly("latency", "lifetime", "lost-click");
      assertThat(
              EAR.hear("How long do links live and what is the latency target?", "")
                  .clarifications())
          .containsExactly("lifetime", "latency");
    }

    @Test
    void tellsOneFactWhereOneThingIsAsked() {
      assertThat(
              EAR.hear("What is the latency target for links that were just created?", "")
                  .clarifications())
          .containsExactly("latency");
    }

    @Test
    void knowsAQuestionThatNoFactAnswers() {
      Heard heard = EAR.hear("What colour is the logo?", "");

      assertThat(heard.asks()).isTrue();
      assertThat(heard.clarifications()).isEmpty();
    }

    @Test
    void answersEachOfSeveral() {
      Heard heard = EAR.hear("Hi! How long do links live? And what is the latency target?", "");

      assertThat(heard.questions())
          .extracting(Asked::text)
          .containsExactly("How long do links live", "And what is the latency target");
      assertThat(heard.asksInVain()).isFalse();
    }

    @Test
    void noticesWhatNoFactAnswers() {
      Heard heard = EAR.hear("How long do links live? Who paints the office?", "");

      assertThat(heard.clarifications()).contains("lifetime");
      assertThat(heard.asksInVain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Links live for 5 years.",
          "What does not match goes into a queue.",
          "What is in the buffer is lost in a crash.",
          "What has been acknowledged must be there afterwards.",
          "When the entry expires, it is loaded again.",
          "What I would do is measure.",
          "I assume that links live for 5 years.",
          "How it works: the app looks the code up.",
          "Why a counter? Because it cannot collide."
        })
    void takesAStatementForAStatement(String text) {
      assertThat(EAR.hear(text, "").asks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "do links expire",
          "is there a target for latency",
          "how many regions are there",
          "Could you tell me the lifetime",
          "So links live forever?",
          "are clicks exact",
          "what about aliases",
          "what is in the buffer",
          "What is the latency target.",
          "What is the number of links it can hold.",
          "What is the target when traffic is high.",
          "ok and how long do they live"
        })
    void takesAQuestionForAQuestion(String text) {
      assertThat(EAR.hear(text, "").asks()).isTrue();
    }
  }

  @Nested
  class WhenTheWordsMakeNoSense {
    private static final List<String> NAMES =
        List.of(
            "cache",
            "random",
            "key",
            "code",
            "index",
            "unique",
            "alias",
            "retry",
            "limit",
            "rate",
            "batch",
            "click",
            "stampede",
            "herd",
            "302",
            "redirect",
            "replica",
            "queue",
            "shard",
            "store",
            "hash",
            "token",
            "window",
            "region",
            "latency",
            "banana",
            "cloud",
            "pipeline",
            "vector",
            "mesh",
            "kernel",
            "orange",
            "matrix",
            "lambda");
    private static final List<String> GLUE =
        List.of(
            "the", "a", "of", "because", "so", "is", "would", "and", "or", "for", "with", "in",
            "we", "it", "to", "that", "which", "not", "use", "if", "on", "by", "from", "can");

    /// Each seed is one salad, so that a failure names the words.
    @Test
    void creditsNoSaladOfNames() {
      for (int seed = 0; seed < 400; seed++) {
        assertThat(creditedIn(salad(seed, 0))).as(salad(seed, 0)).isEmpty();
      }
    }

    /// Half of these words are what sentences are held together with, so a short salad may pass for
    /// a clumsy sentence; one in fifteen does.
    @Test
    void creditsAlmostNoSaladOfNamesAndGlue() {
      long credited =
          IntStream.range(0, 400).filter(seed -> !creditedIn(salad(seed, 0.5)).isEmpty()).count();

      assertThat(credited).as("of 400 salads").isLessThanOrEqualTo(30);
    }

    @Test
    void creditsAlmostNoShuffledSentence() {
      String sentence =
          "I would put a cache in front of the store because the reads outnumber the writes by ten"
              + " and a rate limit on the creation of links so that no client can flood us";
      List<String> words = new ArrayList<>(List.of(sentence.split(" ")));
      int credited = 0;
      for (int seed = 0; seed < 200; seed++) {
        Collections.shuffle(words, new Random(seed));
        credited += creditedIn(String.join(" ", words) + ".").isEmpty() ? 0 : 1;
      }

      assertThat(creditedIn(sentence + ".")).contains("cache", "limit");
      assertThat(credited).as("of 200 shuffles").isLessThanOrEqualTo(10);
    }

    private static String salad(int seed, double glueShare) {
      Random random = new Random(seed);
      return IntStream.range(0, 8 + random.nextInt(40))
          .mapToObj(_ -> word(random, glueShare))
          .collect(Collectors.joining(" "));
    }

    private static String word(Random random, double glueShare) {
      List<String> words = random.nextDouble() < glueShare ? GLUE : NAMES;
      return words.get(random.nextInt(words.size()));
    }

    private static List<String> creditedIn(String text) {
      return EAR.hear(text, "").credited().stream().map(Mention::concept).toList();
    }
  }
}
