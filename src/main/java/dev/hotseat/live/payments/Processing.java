package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.live.payments.Choices.Keys;
import dev.hotseat.live.payments.Killer.Point;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/// Takes a payment or a refund inside one process, from the request to the reply.
///
/// Two shapes: claim, commit, ask the provider, commit the result; or all of it in one transaction
/// that holds its connection while the provider is asked.
final class Processing {
  static final Set<String> TENANTS = Set.of("acme", "globex");

  private final Claiming claiming;
  private final Asking asking;
  private final Replays replays;
  private final Copies copies;
  private final Announcer announcer;
  private final Killer killer;
  private final Held held;

  Processing(
      Claiming claiming,
      Asking asking,
      Replays replays,
      Copies copies,
      Announcer announcer,
      Killer killer,
      Held held) {
    this.claiming = claiming;
    this.asking = asking;
    this.replays = replays;
    this.copies = copies;
    this.announcer = announcer;
    this.killer = killer;
    this.held = held;
  }

  /// Serves `POST /payments` and `POST /refunds`.
  ///
  /// @param wish the edge's name for what the client wants
  Reply serve(Visit visit, Api api, Choices choices, PaymentRequest request, String wish)
      throws InterruptedException {
    Call call = visit.call();
    String keyHash = "";
    if (choices.keys() != Keys.NONE) {
      switch (KeyHeader.read(call.header("idempotency-key", KeyHeader.ABSENT))) {
        case KeyHeader.Absent() -> {
          return objection("key-missing", "Idempotency-Key", "This API needs a key").reply();
        }
        case KeyHeader.Malformed(String detail) -> {
          return objection("key-malformed", "Idempotency-Key", detail).reply();
        }
        case KeyHeader.Given(String hash) -> keyHash = hash;
      }
    }
    String tenant = call.header("x-tenant", "acme");
    if (!TENANTS.contains(tenant)) {
      return objection("tenant-unknown", "X-Tenant", "Known are acme and globex").reply();
    }
    return switch (request) {
      case PaymentRequest.Malformed(Objection objection) -> objection.reply();
      case PaymentRequest.Wanted wanted ->
          process(
              new Task(
                  visit, api, choices, Intent.of(wanted, tenant, wish), keyHash, copies.home()));
    };
  }

  private static Objection objection(String reason, String field, String detail) {
    return new Objection(400, reason, field, detail);
  }

  private Reply process(Task task) throws InterruptedException {
    if (task.choices().keys() == Keys.CHECK_THEN_INSERT) {
      Optional<KeyRow> there =
          task.api().store(task.visit(), connection -> claiming.look(connection, task));
      if (there.isPresent()) {
        return taken(task, there.get());
      }
    }
    return begin(task, false);
  }

  private Reply begin(Task task, boolean regardless) throws InterruptedException {
    return task.choices().openAcrossCall()
        ? inOneTransaction(task, regardless)
        : inTwoTransactions(task, regardless);
  }

  private Reply taken(Task task, KeyRow row) throws InterruptedException {
    Optional<Reply> reply = replays.answer(task, row);
    return reply.isPresent() ? reply.get() : begin(task, true);
  }

  private Reply inTwoTransactions(Task task, boolean regardless) throws InterruptedException {
    Claim claim =
        task.api().store(task.visit(), connection -> committed(connection, task, regardless));
    return switch (claim) {
      case Claim.Taken(KeyRow row) -> taken(task, row);
      case Claim.Refused(Objection objection) -> objection.reply();
      case Claim.Claimed(PaymentRow payment) -> {
        copies.copy(task, payment);
        killer.at(Point.AFTER_CLAIM, task.api());
        Ending ending = asked(task, payment);
        killer.at(Point.AFTER_CHARGE, task.api());
        Outcome outcome =
            task.api().store(task.visit(), connection -> asking.conclude(connection, task, ending));
        yield told(task, payment, outcome);
      }
    };
  }

  private Ending asked(Task task, PaymentRow payment) throws InterruptedException {
    try {
      return asking.ask(task, payment, Books.crossing(task));
    } catch (SQLException e) {
      throw new IllegalStateException("a crossing turns these into failures of the hop", e);
    }
  }

  private Claim committed(Connection connection, Task task, boolean regardless)
      throws SQLException {
    connection.setAutoCommit(false);
    Claim claim = claiming.claim(connection, task, regardless);
    end(connection, claim);
    return claim;
  }

  /* Who finds the key taken has written nothing; a commit ends that as well, and costs less. */
  private static void end(Connection connection, Claim claim) throws SQLException {
    switch (claim) {
      case Claim.Claimed(_), Claim.Taken(_) -> connection.commit();
      case Claim.Refused(_) -> connection.rollback();
    }
  }

  private Reply inOneTransaction(Task task, boolean regardless) throws InterruptedException {
    Store.Sql<Whole> whole =
        connection -> {
          connection.setAutoCommit(false);
          Claim claim = claiming.claim(connection, task, regardless);
          if (!(claim instanceof Claim.Claimed(PaymentRow payment))) {
            end(connection, claim);
            return new Whole(claim, Optional.empty());
          }
          killer.at(Point.AFTER_CLAIM, task.api());
          Ending ending = held.counting(() -> asking.ask(task, payment, Books.holding(connection)));
          killer.at(Point.AFTER_CHARGE, task.api());
          return new Whole(claim, Optional.of(asking.conclude(connection, task, ending)));
        };
    Whole done = task.api().store(task.visit(), whole);
    return switch (done.claim()) {
      case Claim.Taken(KeyRow row) -> taken(task, row);
      case Claim.Refused(Objection objection) -> objection.reply();
      case Claim.Claimed(PaymentRow payment) -> {
        copies.copy(task, payment);
        yield told(task, payment, done.outcome().orElseThrow());
      }
    };
  }

  /// The work is done; what is left is to say so.
  private Reply told(Task task, PaymentRow payment, Outcome outcome) throws InterruptedException {
    killer.at(Point.AFTER_COMMIT, task.api());
    copies.copy(task, payment);
    if (outcome.reply().status() == 201 && !task.choices().outbox()) {
      announcer.tell(task.visit(), task.api().name(), payment.id());
    }
    return outcome.toClient();
  }

  private record Whole(Claim claim, Optional<Outcome> outcome) {}
}
