package dev.hotseat.live.payments;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Finishes what a process left behind: asks the provider what became of it, has it done where the
/// provider knows nothing of it, and settles.
///
/// With a key of ours at the provider, having it done is safe however often and however late it is
/// asked. Without one, it is another charge.
final class Completer {
  private static final Actor COMPLETER = Actor.worker("completer");
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BATCH = 500;
  private static final int AT_ONCE = 32;

  private final Kit kit;
  private final Clock clock;
  private final Settling settling;
  private final Copies copies;
  private final ProviderLine line;
  private final Hop toStore;
  private final Store store;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

  Completer(Kit kit, Clock clock, Settling settling, Copies copies, ProviderLine line) {
    this.kit = kit;
    this.clock = clock;
    this.settling = settling;
    this.copies = copies;
    this.line = line;
    this.toStore = kit.hop("completer>store");
    this.store = kit.store();
  }

  void start(Supplier<Choices> choices) {
    kit.background(
        "completer",
        () -> {
          long lookedNanos = kit.world().ticks().nanos();
          while (true) {
            Choices now = choices.get();
            long left =
                lookedNanos + now.completerEvery().toNanos() / 2 - kit.world().ticks().nanos();
            if (left > 0 || !now.completer()) {
              kit.world().pause().sleepNanos(Math.clamp(left, 1_000_000, LOOK_AGAIN_NANOS));
            } else {
              lookedNanos = kit.world().ticks().nanos();
              look(now);
            }
          }
        });
  }

  /// Takes up everything unfinished that is older than half the completer's period, so that nothing
  /// waits longer than one period for it.
  ///
  /// @return how many were taken up
  int look(Choices choices) throws InterruptedException {
    long since = clock.steadyMillis() - choices.completerEvery().toMillis() / 2;
    List<Long> found;
    try {
      found =
          store.query(
              toStore,
              kit.errand("completer"),
              connection -> PaymentTable.unfinished(connection, since, BATCH));
    } catch (HopFailure failure) {
      kit.log("WARN", "completer", failure.why().detail());
      return 0;
    }
    int takenUp = 0;
    for (Long payment : found) {
      if (inHand.add(payment)) {
        takenUp++;
        places.acquire();
        kit.background(
            "completing",
            () -> {
              try {
                finish(payment, choices);
              } catch (HopFailure failure) {
                kit.log("WARN", "completer", "payment " + payment + ": " + failure.why().detail());
              } finally {
                inHand.remove(payment);
                places.release();
              }
            });
      }
    }
    return takenUp;
  }

  private void finish(long id, Choices choices) throws InterruptedException {
    Visit visit = kit.errand("completer");
    Optional<Found> found = store.query(toStore, visit, connection -> takeUp(connection, id));
    if (found.isEmpty()) {
      return;
    }
    PaymentRow payment = found.get().payment();
    Errand errand = Errand.of(payment, found.get().refundOf(), choices.providerKey());
    Answer answer = line.query(visit, payment.provider(), errand.merchantKey());
    if (answer instanceof Answer.Silent) {
      answer = line.charge(visit, payment.provider(), errand, choices.providerTimeout());
    }
    Answer known = answer;
    store.query(toStore, visit, connection -> concluded(connection, payment, known, choices));
    if (!payment.keyHash().isEmpty()) {
      String scope = choices.perTenant() ? payment.intent().tenant() : KeyTable.GLOBAL;
      copies.copy(choices.keyCopies(), visit, scope, payment.keyHash());
    }
  }

  private Optional<Found> takeUp(java.sql.Connection connection, long id) throws SQLException {
    PaymentTable.takeUp(connection, id);
    Optional<PaymentRow> payment = PaymentTable.find(connection, id).filter(PaymentRow::pending);
    if (payment.isEmpty()) {
      PaymentTable.finished(connection, id);
      return Optional.empty();
    }
    Trail.add(
        connection, id, clock.millis(), COMPLETER, "taken-up", "unfinished: asking the provider");
    String refundOf = "";
    if (payment.get().intent().refund()) {
      refundOf =
          PaymentTable.find(connection, payment.get().intent().refundOf())
              .map(PaymentRow::charge)
              .orElse("");
    }
    return Optional.of(new Found(payment.get(), refundOf));
  }

  private boolean concluded(
      java.sql.Connection connection, PaymentRow payment, Answer answer, Choices choices)
      throws SQLException {
    Settling.Manner manner = new Settling.Manner(choices, copies.home(), COMPLETER, () -> {});
    switch (answer) {
      case Answer.Approved(String charge) ->
          settling.succeed(connection, payment, payment.provider(), charge, manner);
      case Answer.Declined() ->
          settling.fail(connection, payment, Stored.declined(payment), true, manner);
      case Answer.Silent() ->
          settling.leave(connection, payment, COMPLETER, payment.provider() + " did not answer");
      case Answer.Unreachable() ->
          settling.leave(connection, payment, COMPLETER, payment.provider() + " cannot be reached");
    }
    return true;
  }

  private record Found(PaymentRow payment, String refundOf) {}
}
