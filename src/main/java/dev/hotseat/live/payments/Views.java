package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// What anybody may look at: a payment and its trail, the ledger, the providers' books.
final class Views {
  private static final int LINES_USUAL = 50;
  private static final int LINES_MAX = 500;

  private static final String TRAIL =
      "SELECT at_millis, who, what, why, key_hash, trace FROM trail WHERE payment = ? ORDER BY id";
  private static final String ENTRIES =
      "SELECT id, payment, account, currency, amount, at_millis FROM ledger"
          + " WHERE payment = ? OR ? = 0 ORDER BY id DESC LIMIT ?";
  private static final String SUMS =
      "SELECT account, currency, SUM(amount) FROM ledger GROUP BY account, currency"
          + " ORDER BY account, currency";
  private static final String TOTALS =
      "SELECT currency, SUM(amount) FROM ledger GROUP BY currency ORDER BY currency";

  private final Kit kit;
  private final Edge edge;
  private final List<Provider> providers;

  Views(Kit kit, Edge edge, Collection<Provider> providers) {
    this.kit = kit;
    this.edge = edge;
    this.providers = List.copyOf(providers);
  }

  /// Serves `GET /payments/{id}`: for its tenant only.
  Reply payment(Visit visit, Choices choices, String name) throws InterruptedException {
    long id = PaymentId.number(name);
    String tenant = visit.call().header("x-tenant", "acme");
    return edge.fromClient(
        visit, choices, api -> api.store(visit, connection -> payment(connection, id, tenant)));
  }

  /// Serves `GET /ledger`.
  Reply ledger(Visit visit, Choices choices) throws InterruptedException {
    long payment = PaymentId.number(visit.call().query().getOrDefault("payment", ""));
    int limit = limit(visit);
    return edge.fromClient(
        visit, choices, api -> api.store(visit, connection -> ledger(connection, payment, limit)));
  }

  /// Serves `GET /psp/charges`: what the providers say, whatever we believe.
  Reply charges(Visit visit) throws InterruptedException {
    String about = visit.call().query().getOrDefault("order", "");
    int limit = limit(visit);
    StringJoiner lines = new StringJoiner(",", "{\"charges\":[", "]}");
    for (Provider provider : providers) {
      List<Charge> found =
          provider.book().aside(connection -> provider.table().latest(connection, about, limit));
      found.forEach(charge -> lines.add(json(provider, charge)));
    }
    return Reply.json(200, lines.toString());
  }

  private static Reply payment(Connection connection, long id, String tenant) throws SQLException {
    Optional<PaymentRow> found =
        PaymentTable.find(connection, id).filter(row -> row.intent().tenant().equals(tenant));
    if (found.isEmpty()) {
      return new Objection(404, "not-found", "id", "There is no such payment").reply();
    }
    String described = Stored.described(found.get());
    StringJoiner trail = new StringJoiner(",", ",\"trail\":[", "]}");
    try (PreparedStatement statement = connection.prepareStatement(TRAIL)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          trail.add(step(row));
        }
      }
    }
    return Reply.json(200, described.substring(0, described.length() - 1) + trail);
  }

  private static String step(ResultSet row) throws SQLException {
    return "{\"at\":\""
        + Instant.ofEpochMilli(row.getLong(1))
        + "\",\"who\":"
        + Json.quoted(row.getString(2))
        + ",\"what\":"
        + Json.quoted(row.getString(3))
        + ",\"why\":"
        + Json.quoted(row.getString(4))
        + optional("keyHash", row.getString(5))
        + optional("traceId", row.getString(6))
        + "}";
  }

  private static String optional(String name, String value) {
    return value.isEmpty() ? "" : ",\"" + name + "\":" + Json.quoted(value);
  }

  private static Reply ledger(Connection connection, long payment, int limit) throws SQLException {
    List<String> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setLong(1, payment);
      statement.setLong(2, payment);
      statement.setInt(3, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    List<String> accounts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SUMS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        accounts.add(
            "{\"account\":"
                + Json.quoted(row.getString(1))
                + sum(row.getString(2), row.getLong(3)));
      }
    }
    List<String> totals = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TOTALS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        totals.add("{" + sum(row.getString(1), row.getLong(2)).substring(1));
      }
    }
    return Reply.json(
        200,
        "{\"entries\":["
            + String.join(",", entries)
            + "],\"accounts\":["
            + String.join(",", accounts)
            + "],\"totals\":["
            + String.join(",", totals)
            + "]}");
  }

  private static String sum(String currency, long amount) {
    return ",\"currency\":\"" + currency + "\",\"sum\":" + amount + "}";
  }

  private static String entry(ResultSet row) throws SQLException {
    return "{\"entry\":"
        + row.getLong(1)
        + ",\"payment\":"
        + row.getLong(2)
        + ",\"account\":"
        + Json.quoted(row.getString(3))
        + ",\"currency\":\""
        + row.getString(4)
        + "\",\"amount\":"
        + row.getLong(5)
        + ",\"at\":\""
        + Instant.ofEpochMilli(row.getLong(6))
        + "\"}";
  }

  private static String json(Provider provider, Charge charge) {
    return "{\"charge\":\""
        + charge.id()
        + "\",\"provider\":\""
        + provider.name()
        + "\",\"kind\":\""
        + charge.kind()
        + "\",\"reference\":\""
        + charge.reference()
        + "\",\"order\":"
        + Json.quoted(charge.wish())
        + ",\"customer\":\""
        + charge.customer()
        + "\",\"amount\":"
        + charge.amount()
        + ",\"currency\":\""
        + charge.currency()
        + "\",\"approved\":"
        + charge.approved()
        + ",\"keySent\":"
        + !charge.merchantKey().isEmpty()
        + ",\"at\":\""
        + Instant.ofEpochMilli(charge.atMillis())
        + "\"}";
  }

  private static int limit(Visit visit) {
    try {
      int asked = Integer.parseInt(visit.call().query().getOrDefault("limit", ""));
      return Math.clamp(asked, 1, LINES_MAX);
    } catch (NumberFormatException notANumber) {
      return LINES_USUAL;
    }
  }
}
