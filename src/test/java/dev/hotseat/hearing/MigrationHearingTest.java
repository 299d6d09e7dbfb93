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

/// What is heard about moving a table, and what is not although it sounds like it.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationHearingTest {
  @Inject Collection<Blueprint> blueprints;
  private Ear ear;

  @BeforeAll
  void open() {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    var found =
        new Scenarios(Path.of("scenarios"), designs).find("zero-downtime-migration").orElseThrow();
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
        "other-users | Some report reads the old table as well.",
        "dirty-data | Names of one word cannot be split.",
        "conversion-rules | One conversion function is used by the backfill and the dual write.",
        "expand-contract | First comes a new table beside the old one.",
        "dual-write | The application writes to both tables.",
        "dual-write | A trigger copies each change to the new table.",
        "dual-write-first | Dual writes begin before the backfill.",
        "one-transaction | Both writes are in one transaction.",
        "half-written | The instance dies between the two writes.",
        "version-decides | The newer version wins.",
        "copy-overwrites | The backfill overwrites a newer value.",
        "batches | Small batches by primary key.",
        "throttles | We throttle the copy at 20,000 rows a second.",
        "watches-lag | It pauses while the replica lags.",
        "checkpointed | After a crash it resumes at its checkpoint.",
        "alter-locks | The ALTER rewrites the whole table under an exclusive lock.",
        "lock-queue | The DDL waits behind a long report and everybody queues behind it.",
        "compares-contents | Checksums per range, then row by row.",
        "shadow-read | Shadow reads ask both tables and compare.",
        "ramp | One percent of the reads first, then ten.",
        "parity-gate | We switch only after zero mismatches.",
        "undo-each-step | Each step can be undone by its flag.",
        "point-of-no-return | Dropping the old table is the point of no return.",
        "both-releases | Old and new release run side by side.",
        "rename-breaks | A renamed column breaks the old release.",
        "erase-everywhere | We erase the customer in both tables.",
        "pausable | We pause the backfill and stay half-way with both tables in step.",
        "single-alter | Just one ALTER TABLE.",
        "counts-only | The same count is enough.",
        "quiet-night | We announce a maintenance window.",
      })
  void hears(String concept, String sentence) {
    assertThat(credited(sentence)).contains(concept);
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "quiet-night | There is no maintenance window.",
        "single-alter | I would never run one ALTER TABLE here.",
        "counts-only | The same count is not enough.",
        "dual-write | We need no dual write.",
        "shadow-read | There is no need for shadow reads.",
        "throttles | I would not throttle the copy.",
      })
  void isNotFooledByItsOpposite(String concept, String sentence) {
    assertThat(credited(sentence)).doesNotContain(concept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Expand, contract, dual write, backfill, shadow, ramp.",
        "We follow best practices for a smooth migration.",
        "The data moves from the old place to the new place.",
      })
  void isNotImpressedByWords(String hollow) {
    assertThat(credited(hollow)).isEmpty();
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "how-many | How many customers are there?",
        "downtime | How much downtime is allowed?",
        "others | Who else reads or writes the table?",
        "dirty | Is the data dirty?",
        "copy-rate | How fast may we copy?",
        "disk | How much disk is left?",
        "rollback | Which rollback is needed?",
        "releases | Can two versions run side by side?",
        "deadline | When must it be done, is there a deadline?",
        "engine | Which database do we use?",
        "lag-allowed | How far behind may reads be, may reads be stale?",
        "why | Why do we migrate?",
      })
  void answersFromTheFactSheet(String fact, String question) {
    assertThat(ear.hear(question, "").clarifications()).contains(fact);
  }
}
