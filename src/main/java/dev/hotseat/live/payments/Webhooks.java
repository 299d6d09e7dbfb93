package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Hears from the provider, which says things twice and in another order than they happened.
final class Webhooks {
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final int DUPLICATE_KEY = 23505;
  private static final Reply HEARD = Reply.json(200, "{\"heard\":true}");

  private final Clock clock;
  private final Settling settling;
  private final Copies copies;

  Webhooks(Clock clock, Settling settling, Copies copies) {
    this.clock = clock;
    this.settling = settling;
    this.copies = copies;
  }

  /// Serves `POST /webhooks/psp`.
  Reply hear(Visit visit, Api api, Choices choices) throws InterruptedException {
    Optional<Message> read = Message.read(visit.call().body());
    if (read.isEmpty()) {
      return new Objection(
              400, "body-malformed", "body", "Expected event, type, charge and reference")
          .reply();
    }
    Message message = read.get();
    switch (choices.webhooks()) {
      case IGNORED -> {}
      case APPLY -> apply(visit, api, message);
      case APPLY_ONCE -> applyOnce(visit, api, choices, message);
    }
    return HEARD;
  }

  /*
   * The obvious way: the message says what the status is, so set it; and where it was not yet
   * settled, book it. Looks right as long as each message comes once and in order.
   */
  private void apply(Visit visit, Api api, Message message) throws InterruptedException {
    Optional<PaymentRow> found =
        api.store(visit, connection -> PaymentTable.find(connection, message.payment()));
    if (found.isEmpty()) {
      return;
    }
    PaymentRow before = found.get();
    api.store(visit, connection -> applied(connection, api, before, message));
  }

  private boolean applied(Connection connection, Api api, PaymentRow before, Message message)
      throws SQLException {
    long now = clock.millis(api.name());
    Actor actor = Actor.worker(api.name() + "/webhook");
    if (message.succeeded()) {
      PaymentTable.force(connection, before.id(), PaymentRow.SUCCEEDED, message.charge(), now);
      if (!before.succeeded()) {
        PaymentRow settled =
            before.become(PaymentRow.SUCCEEDED, before.provider(), message.charge());
        LedgerTable.debit(connection, settled, now);
        LedgerTable.credit(connection, settled, now);
      }
    } else {
      PaymentTable.force(connection, before.id(), PaymentRow.PENDING, before.charge(), now);
      PaymentTable.reopen(connection, before.id(), clock.steadyMillis());
    }
    Trail.add(connection, before.id(), now, actor, "webhook", message.type());
    return true;
  }

  /// Each event once, and only from pending to settled.
  private void applyOnce(Visit visit, Api api, Choices choices, Message message)
      throws InterruptedException {
    if (message.succeeded()) {
      api.store(visit, connection -> appliedOnce(connection, api, choices, message));
    }
  }

  private boolean appliedOnce(Connection connection, Api api, Choices choices, Message message)
      throws SQLException {
    connection.setAutoCommit(false);
    Optional<PaymentRow> pending =
        PaymentTable.find(connection, message.payment()).filter(PaymentRow::pending);
    if (!firstTime(connection, message.event()) || pending.isEmpty()) {
      connection.commit();
      return false;
    }
    Actor actor = Actor.worker(api.name() + "/webhook");
    String provider = message.charge().startsWith("b-") ? "psp.b" : "psp";
    settling.succeed(
        connection,
        pending.get(),
        provider,
        message.charge(),
        new Settling.Manner(choices, copies.home(), actor, () -> {}));
    return true;
  }

  private static boolean firstTime(Connection connection, String event) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO webhooks_seen VALUES (?)")) {
      statement.setString(1, event);
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private record Message(String event, String type, String charge, long payment) {
    private static final int EVENT_LENGTH_MAX = 24;

    boolean succeeded() {
      return type.endsWith(".succeeded");
    }

    static Optional<Message> read(String body) {
      String event = "";
      String type = "";
      String charge = "";
      String reference = "";
      try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          return Optional.empty();
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String field = json.currentName();
          String value = json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : "";
          switch (field) {
            case "event" -> event = value;
            case "type" -> type = value;
            case "charge" -> charge = value;
            case "reference" -> reference = value;
            default -> json.skipChildren();
          }
        }
      } catch (JacksonException e) {
        return Optional.empty();
      }
      long payment = PaymentId.number(reference);
      boolean sound =
          !event.isEmpty() && event.length() <= EVENT_LENGTH_MAX && charge.length() <= 24;
      return sound && payment > 0 && type.indexOf('.') > 0
          ? Optional.of(new Message(event, type, charge, payment))
          : Optional.empty();
    }
  }
}
