package dev.hotseat.live.payments;

import dev.hotseat.history.Verdict;
import dev.hotseat.live.Kit;
import dev.hotseat.live.payments.Snapshot.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Reads the books again and again, and keeps the truth up to date.
///
/// What is new in them is read at least once a second, whatever that costs, because a run is judged
/// by what is known when it begins and when it ends. The key table can only be read as a whole, and
/// that may take a twentieth of the time.
final class Auditor {
  private static final long REST_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long REST_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);
  private static final int REST_PER_LOOK = 20;

  private final Kit kit;
  private final List<Provider> providers;
  private final Announcer announcer;
  private final Copies copies;
  private final Witness witness;
  private final Truth truth;
  private final Pace pace;
  private final Supplier<Choices> choices;
  private final List<Tail> tails = new ArrayList<>();
  private final Tail ledgerTail = new Tail();
  private long keysDueNanos;
  private final AtomicReference<Counts> counts = new AtomicReference<>(Counts.NONE);

  Auditor(
      Kit kit,
      Collection<Provider> providers,
      Announcer announcer,
      Copies copies,
      Witness witness,
      Truth truth,
      Pace pace,
      Supplier<Choices> choices) {
    this.kit = kit;
    this.providers = List.copyOf(providers);
    this.announcer = announcer;
    this.copies = copies;
    this.witness = witness;
    this.truth = truth;
    this.pace = pace;
    this.choices = choices;
    this.providers.forEach(_ -> tails.add(new Tail()));
    this.keysDueNanos = kit.world().ticks().nanos();
  }

  void start() {
    kit.background(
        "auditor",
        () -> {
          while (true) {
            long begunNanos = kit.world().ticks().nanos();
            look();
            long tookNanos = kit.world().ticks().nanos() - begunNanos;
            kit.world()
                .pause()
                .sleepNanos(Math.clamp(tookNanos * REST_PER_LOOK, REST_NANOS_MIN, REST_NANOS_MAX));
          }
        });
  }

  /// What the tables held at the last look.
  Supplier<Counts> counts() {
    return counts::get;
  }

  /// Holds the clients' whole history against the books as they stand.
  Verdict audit() throws InterruptedException {
    return Audit.of(kit, providers, witness.history());
  }

  /*
   * The ledger is read before the providers' books: what is booked was charged before, so a booking
   * without a charge is a phantom at once, however fast things move.
   */
  private void look() throws InterruptedException {
    long now = kit.world().ticks().nanos();
    List<Snapshot.Leg> legs =
        kit.store().aside(connection -> Snapshot.legsAfter(connection, ledgerTail.from()));
    truth.booked(
        legs.stream()
            .filter(leg -> ledgerTail.isNew(leg.id()))
            .map(leg -> new long[] {leg.payment(), leg.amount()})
            .toList(),
        now);
    long charges = 0;
    for (int i = 0; i < providers.size(); i++) {
      Provider provider = providers.get(i);
      Tail tail = tails.get(i);
      List<Charge> lines =
          provider
              .book()
              .aside(
                  connection -> provider.table().since(connection, tail.from(), Integer.MAX_VALUE));
      truth.charged(
          lines.stream().filter(line -> tail.isNew(provider.table().number(line))).toList(), now);
      charges += tail.seen();
    }
    for (Long told = witness.toldPaid().poll(); told != null; told = witness.toldPaid().poll()) {
      truth.toldPaid(told, now);
    }
    conclude(now, charges);
  }

  private void conclude(long now, long charges) throws InterruptedException {
    Choices chosen = choices.get();
    long grace = grace(chosen).toNanos();
    long nowMillis = kit.world().wall().millis();
    long steadyMillis = TimeUnit.NANOSECONDS.toMillis(now);
    long stuckBefore = nowMillis - grace(chosen).toMillis();
    Snapshot.Tables tables =
        kit.store().aside(connection -> Snapshot.tables(connection, steadyMillis));
    Snapshot.Keys keys = keys(stuckBefore);
    List<Long> late = truth.late(now, grace);
    Set<Long> known = kit.store().aside(connection -> Snapshot.known(connection, late));
    counts.set(new Counts(keys, tables, charges));
    truth.conclude(
        new Truth.Look(
            now,
            grace,
            payment -> chosen.completer() && tables.unfinished().contains(payment),
            payment -> announcer.heard(payment) || tables.outbox().contains(payment),
            witness.denied(),
            witness.wrongReplays(),
            keys.stuck(),
            late.size() - known.size()));
  }

  private Snapshot.Keys keys(long stuckBefore) throws InterruptedException {
    long begunNanos = kit.world().ticks().nanos();
    if (begunNanos - keysDueNanos < 0) {
      return counts.get().keys();
    }
    Snapshot.Keys keys =
        kit.store().aside(connection -> Snapshot.keys(connection, copies.homeName(), stuckBefore));
    long endedNanos = kit.world().ticks().nanos();
    keysDueNanos = endedNanos + (endedNanos - begunNanos) * REST_PER_LOOK;
    return keys;
  }

  /// How long things may take before they are held against the design.
  private Duration grace(Choices chosen) {
    return pace.phonePatience()
        .multipliedBy(2)
        .plus(chosen.providerTimeout())
        .plus(chosen.completer() ? chosen.completerEvery() : Duration.ZERO);
  }
}
