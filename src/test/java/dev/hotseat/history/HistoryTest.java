package dev.hotseat.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final int OPERATIONS = Integer.getInteger("history.operations", 200_000);

  @Test
  void keepsWhatManyThreadsRecordAtOnce() {
    History history = new History(100_000);

    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 200; client++) {
        String name = "client-" + client;
        crew.submit(() -> record(history, name, 100));
      }
    }

    List<Operation> operations = history.recorded().operations();
    Set<Long> positions = new HashSet<>();
    operations.forEach(each -> {
      positions.add(each.invoked());
      positions.add(each.completed());
    });
    assertThat(operations).hasSize(20_000).isSortedAccordingTo(Operation.BY_INVOCATION);
    assertThat(positions).as("every event has a position of its own").hasSize(40_000);
    assertThat(
            Checker.check(
                    history.recorded(), List.of(Linearizable.of(Model.register("write", "read"))))
                .clean())
        .isTrue();
  }

  /// One client after the other writes and reads a register of its own.
  private static void record(History history, String name, int operations) {
    long version = 0;
    for (int i = 0; i < operations; i++) {
      if (i % 2 == 0) {
        version++;
        history.invoke(name, "write", name, version).ok(version);
      } else {
        history.invoke(name, "read", name, 0).ok(version);
      }
    }
  }

  @Test
  void saysWhenItIsFull() {
    History history = new History(10);

    record(history, "a", 25);

    Verdict verdict = Checker.check(history.recorded(), List.of());
    assertThat(verdict.operations()).isEqualTo(10);
    assertThat(verdict.dropped()).isEqualTo(15);
    assertThat(verdict.complete()).isFalse();
  }

  @Test
  void believesTheFirstCompletionOnly() {
    History history = new History(10);
    Pending call = history.invoke("a", "charge", "order", 5);

    call.unknown("timed out");
    call.ok("pay-1", "late");

    assertThat(history.recorded().operations().getFirst().isUnknown()).isTrue();
  }

  @Test
  void holdsNothingAgainstTheBooksThatWasToldAfterTheyWereRead() {
    History history = new History(10);
    Pending call = history.invoke("a", "charge", "order", 5);
    long mark = history.mark();
    List<Effect> book = List.of();
    call.ok("pay-1", "done");

    Recorded recorded = history.recorded();
    var question = List.of(AtMostOnce.of("charge", "provider", book));

    assertThat(Checker.check(recorded, question).count(Kind.LOST)).isOne();
    assertThat(Checker.check(recorded.knownBy(mark), question).clean()).isTrue();
  }

  @Test
  void startsAnewWhenCleared() {
    History history = new History(10);
    record(history, "a", 25);

    history.clear();

    assertThat(history.size()).isZero();
    assertThat(history.recorded().dropped()).isZero();
  }

  /// `-Dhistory.operations=1000000` is the long form; the bound is the same.
  @Test
  void checksAMillionOperationsWithinAMinute() {
    History history = new History(OPERATIONS);
    List<Effect> charges = new ArrayList<>();
    List<Entry> ledger = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      String order = "order-" + i % (OPERATIONS * 7 / 10);
      String payment = "pay-" + order;
      history.invoke("client-" + i % 100, "charge", order, 1250).ok(payment, payment + ": 12.50");
      if (i < OPERATIONS * 7 / 10) {
        charges.add(new Effect("ch-" + i, order, payment, "charge", "EUR", 1250, i, ""));
        ledger.add(new Entry("leg-" + 2 * i, payment, "customer", "EUR", -1250, 2L * i));
        ledger.add(new Entry("leg-" + (2 * i + 1), payment, "merchant", "EUR", 1250, 2L * i + 1));
      }
    }

    long startedNanos = System.nanoTime();
    Verdict verdict =
        Checker.check(
            history.recorded(),
            List.of(
                AtMostOnce.of("charge", "provider", charges),
                SameReply.of("charge"),
                Agreement.of("provider", charges, "ledger", charges),
                Conserved.of("ledger", ledger)));
    Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);

    assertThat(verdict.clean()).isTrue();
    assertThat(took).isLessThan(Duration.ofMinutes(1));
  }
}
