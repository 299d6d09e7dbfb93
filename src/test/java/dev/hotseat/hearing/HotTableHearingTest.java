package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention;
import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is heard about indexes, and what is not although it sounds like it.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotTableHearingTest {
  @Inject Collection<Blueprint> blueprints;
  private Ear ear;

  @BeforeAll
  void open() {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    var found = new Scenarios(Path.of("scenarios"), designs).find("hot-table-index").orElseThrow();
    Scenario scenario = ((Scenarios.Found.Sound) found).scenario();
    ear = Ear.of(scenario.concepts(), scenario.clarifications());
  }

  @AfterAll
  void close() {
    ear.close();
  }

  private List<String> credited(String answer) {
    return ear.hear(answer, "").credited().stream().map(Mention::concept).toList();
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "reads-plan-first | I would run EXPLAIN ANALYZE before I touch anything.",
        "full-scan | The plan shows a full table scan.",
        "composite-index | One composite index over the three columns.",
        "equality-first | The equality columns come first and the date comes last.",
        "left-prefix | It is sorted like a telephone book, by the first column.",
        "order-from-index | Then the index delivers the rows in order and there is no sort.",
        "covering-index | A covering index that has the total in it.",
        "covering-index | That would be an index-only scan.",
        "function-hides | LOWER is a function on the column and hides the index.",
        "leading-wildcard | A leading wildcard cannot be found in a B-tree.",
        "low-cardinality | A flag alone makes a poor index.",
        "partial-index | A partial index on the open orders.",
        "n-plus-one | It sends one query for each row.",
        "one-join | A join fetches the names at once.",
        "write-cost | Every index costs each insert an entry.",
        "drops-unused | Unused indexes are dropped.",
        "plain-blocks | The plain build locks the table and writes wait.",
        "lock-queue | A long transaction holds the lock and my DDL stands behind it.",
        "online-build | On PostgreSQL I create it CONCURRENTLY.",
        "paced-copy | Rows are copied in small chunks with a pause.",
        "in-step | Meanwhile each write goes to both tables.",
        "validates | I compare both tables before the swap.",
        "staged | One percent of the reads goes first.",
        "way-back | We keep the old table for a week.",
        "other-means | A running total for each customer would be cheaper.",
        "index-everything | I would index every column.",
        "quiet-hour | We announce a maintenance window.",
      })
  void hears(String concept, String sentence) {
    assertThat(credited(sentence)).contains(concept);
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "quiet-hour | There is no maintenance window.",
        "online-build | I would not build it concurrently.",
        "partial-index | We need no partial index.",
        "staged | There is no need for a canary.",
        "covering-index | I would avoid a covering index.",
        "index-everything | I would never index every column, because each write pays.",
      })
  void isNotFooledByItsOpposite(String concept, String sentence) {
    assertThat(credited(sentence)).doesNotContain(concept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B-tree, hash, GIN, BRIN, covering, partial.",
        "We use best practices to make the database fast and scalable.",
        "An index makes things faster by being an index.",
      })
  void isNotImpressedByWords(String hollow) {
    assertThat(credited(hollow)).isEmpty();
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "which-query | Which query is slow?",
        "table-size | How many rows does the table have?",
        "skew | How many orders has the biggest customer?",
        "frequency | How often is the list asked?",
        "existing | Which indexes exist already?",
        "lock-tolerance | Is there a maintenance window?",
        "engine | Which database do we use?",
        "email-form | How are email addresses stored?",
        "order-fields | Which columns does the list show?",
        "way-back-allowed | Is there room for a second copy?",
        "why-now | Why is it slow now?",
      })
  void answersFromTheFactSheet(String fact, String question) {
    assertThat(ear.hear(question, "").clarifications()).contains(fact);
  }
}
