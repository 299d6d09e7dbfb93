package dev.hotseat.live.payments;

import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables: ours, and those of the two providers, which are databases of their own.
final class Schema {
  static final List<String> PROVIDERS = List.of("psp", "psp.b");

  /*
   * A unique constraint ignores nulls, so `one_per_order` holds a value only where the business rule
   * is in force and the payment has not failed. In the key tables `guard` is 0 for a claim that must
   * be the only one, and something unique where the design does without that constraint.
   */
  static final List<String> OURS =
      List.of(
          """
          CREATE TABLE payments (
            id BIGINT PRIMARY KEY,
            kind VARCHAR(6) NOT NULL,
            tenant VARCHAR(20) NOT NULL,
            order_ref VARCHAR(64) NOT NULL,
            one_per_order VARCHAR(90) UNIQUE,
            wish VARCHAR(100) NOT NULL,
            customer VARCHAR(64) NOT NULL,
            amount BIGINT NOT NULL CHECK (amount > 0),
            currency CHAR(3) NOT NULL,
            refund_of BIGINT NOT NULL,
            status VARCHAR(9) NOT NULL,
            provider VARCHAR(5) NOT NULL,
            charge VARCHAR(24) NOT NULL,
            key_hash VARCHAR(32) NOT NULL,
            created_millis BIGINT NOT NULL,
            updated_millis BIGINT NOT NULL)
          """,
          "CREATE INDEX refunds_of ON payments (refund_of)",
          keys(KeyTable.EAST),
          keys(KeyTable.WEST),
          """
          CREATE TABLE unfinished (
            payment BIGINT PRIMARY KEY,
            since_millis BIGINT NOT NULL,
            taken_up BOOLEAN DEFAULT FALSE NOT NULL)
          """,
          """
          CREATE TABLE ledger (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            payment BIGINT NOT NULL,
            account VARCHAR(30) NOT NULL,
            currency CHAR(3) NOT NULL,
            amount BIGINT NOT NULL CHECK (amount <> 0),
            at_millis BIGINT NOT NULL)
          """,
          "CREATE INDEX ledger_of ON ledger (payment)",
          "CREATE TRIGGER ledger_is_immutable BEFORE UPDATE, DELETE ON ledger FOR EACH ROW CALL '"
              + LedgerGuard.class.getName()
              + "'",
          """
          CREATE TABLE trail (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            payment BIGINT NOT NULL,
            at_millis BIGINT NOT NULL,
            who VARCHAR(40) NOT NULL,
            what VARCHAR(24) NOT NULL,
            why VARCHAR(200) NOT NULL,
            key_hash VARCHAR(32) NOT NULL,
            trace VARCHAR(32) NOT NULL)
          """,
          "CREATE INDEX trail_of ON trail (payment)",
          "CREATE TABLE outbox (payment BIGINT PRIMARY KEY, event VARCHAR(24) NOT NULL)",
          "CREATE TABLE webhooks_seen (event VARCHAR(24) PRIMARY KEY)");

  private static final List<String> PROVIDERS_OWN =
      List.of(
          """
          CREATE TABLE charges (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            kind VARCHAR(6) NOT NULL,
            merchant_key VARCHAR(64) UNIQUE,
            reference VARCHAR(24) NOT NULL,
            wish VARCHAR(100) NOT NULL,
            customer VARCHAR(64) NOT NULL,
            amount BIGINT NOT NULL,
            currency CHAR(3) NOT NULL,
            refund_of VARCHAR(24) NOT NULL,
            outcome VARCHAR(9) NOT NULL,
            at_millis BIGINT NOT NULL)
          """);

  private Schema() {}

  static void create(Kit kit) throws InterruptedException {
    kit.store().aside(connection -> executed(connection, OURS));
    kit.store().aside(connection -> executed(connection, Reconciliations.TABLES));
    for (String provider : PROVIDERS) {
      kit.store(provider).aside(connection -> executed(connection, PROVIDERS_OWN));
    }
  }

  private static int executed(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
    return statements.size();
  }

  private static String keys(String table) {
    return "CREATE TABLE "
        + table
        + """
         (
          scope VARCHAR(20) NOT NULL,
          key_hash VARCHAR(32) NOT NULL,
          guard BIGINT NOT NULL,
          fingerprint VARCHAR(32) NOT NULL,
          payment BIGINT NOT NULL,
          status INT NOT NULL,
          body VARCHAR(2000) NOT NULL,
          claimed_millis BIGINT NOT NULL,
          expires_millis BIGINT NOT NULL,
          PRIMARY KEY (scope, key_hash, guard))
        """;
  }
}
