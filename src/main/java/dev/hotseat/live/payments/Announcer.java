package dev.hotseat.live.payments;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Tells the rest of the company that a payment is settled: right after the commit, or from an
/// outbox written in the same transaction and emptied by a relay, at least once.
final class Announcer {
  private static final long RELAY_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int BATCH = 1_000;

  private final Kit kit;
  private final Hop fromStore;
  private final Map<String, Hop> fromApis = new HashMap<>();

  /* What the others have heard of. They are not part of this system and do not die with it. */
  private final Set<Long> heard = ConcurrentHashMap.newKeySet();

  Announcer(Kit kit) {
    this.kit = kit;
    this.fromStore = kit.hop("store>events");
    for (int i = 1; i <= Topology.APIS; i++) {
      fromApis.put(Topology.api(i), kit.hop(Topology.api(i) + ">events"));
    }
  }

  void start() {
    kit.background(
        "outbox-relay",
        () -> {
          while (true) {
            kit.world().pause().sleepNanos(RELAY_EVERY_NANOS);
            relay();
          }
        });
  }

  /// Writes an announcement into the outbox, in the caller's transaction.
  void write(Connection connection, PaymentRow payment) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO outbox VALUES (?, ?)")) {
      statement.setLong(1, payment.id());
      statement.setString(2, payment.intent().kind() + ".succeeded");
      statement.executeUpdate();
    }
  }

  /// Announces directly, from the process that settled.
  void tell(Visit visit, String api, long payment) throws InterruptedException {
    Hop hop = fromApis.get(api);
    if (hop != null) {
      hop.<Boolean, RuntimeException>cross(visit, () -> heard.add(payment));
    }
  }

  /// Whether the others have heard of a payment.
  boolean heard(long payment) {
    return heard.contains(payment);
  }

  private void relay() throws InterruptedException {
    Map<Long, String> waiting = kit.store().aside(Announcer::waiting);
    if (waiting.isEmpty()) {
      return;
    }
    Visit errand = kit.errand("outbox");
    fromStore.<Boolean, RuntimeException>cross(errand, () -> heard.addAll(waiting.keySet()));
    kit.store().aside(connection -> sent(connection, waiting.keySet()));
  }

  private static Map<Long, String> waiting(Connection connection) throws SQLException {
    Map<Long, String> found = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT payment, event FROM outbox ORDER BY payment LIMIT " + BATCH)) {
      while (row.next()) {
        found.put(row.getLong(1), row.getString(2));
      }
    }
    return found;
  }

  private static int sent(Connection connection, Set<Long> payments) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM outbox WHERE payment = ANY(?)")) {
      statement.setObject(1, payments.toArray(Long[]::new));
      return statement.executeUpdate();
    }
  }
}
