package dev.hotseat.live.payments;

import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A payment provider: another company's system, with its own database, its own pace, its own
/// idempotency keys, and a way to ask what became of one.
///
/// Its work goes on whether or not anybody still waits for the answer; that is the whole trouble
/// with it. It honours a key for 24 hours.
final class Provider {
  private static final long KEY_LIFE_MILLIS = TimeUnit.HOURS.toMillis(24);

  /// Customers whose cards are refused.
  private static final String REFUSED = "-declined";

  private final String name;
  private final Kit kit;
  private final Store book;
  private final ChargeTable table;
  private final Manners manners;
  private final Clock clock;
  private final Courier courier;

  Provider(String name, Kit kit, Manners manners, Clock clock, Courier courier) {
    this.name = name;
    this.kit = kit;
    this.book = kit.store(name);
    this.table = new ChargeTable(name.equals("psp") ? "ch-" : "b-");
    this.manners = manners;
    this.clock = clock;
    this.courier = courier;
  }

  String name() {
    return name;
  }

  /// Begins to do what is asked; the answer comes when it comes, or never.
  CompletableFuture<Answer> begin(Errand errand) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    kit.background(name, () -> work(errand, answer));
    return answer;
  }

  /// What became of the errand with this key; empty where the book does not have it (yet).
  Optional<Answer> ask(String merchantKey) throws InterruptedException {
    kit.world().pause().sleepNanos(manners.lookNanos());
    return book.aside(connection -> table.byKey(connection, merchantKey)).map(Charge::answer);
  }

  ChargeTable table() {
    return table;
  }

  Store book() {
    return book;
  }

  /*
   * The charge is entered when most of the time has passed, so that a query while the charge is under
   * way finds nothing: "not found" does not mean "will not be".
   */
  private void work(Errand errand, CompletableFuture<Answer> answer) throws InterruptedException {
    long takes = manners.nextNanos();
    boolean silent = manners.nextIsSilent();
    courier.announce(errand, "processing", "");
    kit.world().pause().sleepNanos(takes * 7 / 10);
    Entered entered = book.aside(connection -> enter(connection, errand));
    if (entered.isNew() && entered.charge().approved()) {
      courier.announce(errand, "succeeded", entered.charge().id());
    }
    kit.world().pause().sleepNanos(takes * 3 / 10);
    if (!silent) {
      answer.complete(entered.charge().answer());
    }
  }

  private Entered enter(Connection connection, Errand errand) throws SQLException {
    boolean approved = !errand.customer().endsWith(REFUSED);
    while (true) {
      long now = clock.millis();
      Optional<Charge> made = table.insert(connection, errand, approved, now);
      if (made.isPresent()) {
        return new Entered(made.get(), true);
      }
      Optional<Charge> before = table.byKey(connection, errand.merchantKey());
      boolean forgotten = table.forget(connection, errand.merchantKey(), now - KEY_LIFE_MILLIS);
      if (before.isPresent() && !forgotten) {
        return new Entered(before.get(), false);
      }
    }
  }

  private record Entered(Charge charge, boolean isNew) {}
}
