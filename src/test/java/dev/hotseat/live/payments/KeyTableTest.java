package dev.hotseat.live.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {
  private static final Stored PAID = new Stored(201, "{}");

  private final KeyTable keys = new KeyTable(KeyTable.EAST);
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = connection.createStatement()) {
      for (String each : Schema.OURS) {
        statement.execute(each);
      }
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", KeyTable.GLOBAL})
  void storesTheReplyWhereverTheKeyWasClaimed(String scope) throws SQLException {
    keys.insert(connection, key(scope, 1));

    keys.finish(connection, payment(1), PAID);

    assertThat(keys.find(connection, scope, hash(1)).map(KeyRow::status)).contains(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", KeyTable.GLOBAL})
  void forgetsTheKeyWhereverItWasClaimed(String scope) throws SQLException {
    keys.insert(connection, key(scope, 1));

    keys.release(connection, payment(1));

    assertThat(keys.find(connection, scope, hash(1))).isEqualTo(Optional.empty());
  }

  @Test
  void leavesTheKeyToWhoHasTakenItOver() throws SQLException {
    keys.insert(connection, key("acme", 1));
    KeyRow next = new KeyRow("acme", hash(1), 0, "other", 2, 0, "", 5, 10);
    keys.takeOver(connection, key("acme", 1), next);

    keys.finish(connection, payment(1), PAID);

    assertThat(keys.find(connection, "acme", hash(1)).map(KeyRow::done)).contains(false);
  }

  /// An ending that read every key there is took four fifths of the API's capacity once.
  @ParameterizedTest
  @ValueSource(strings = {"acme", KeyTable.GLOBAL})
  void endsAPaymentAmongManyKeysByLookingAtItsOwn(String scope) throws SQLException {
    for (int i = 1; i <= 1_000; i++) {
      keys.insert(connection, key(scope, i));
    }
    RowsLookedAt lookedAt = new RowsLookedAt(connection);

    keys.finish(lookedAt.counted(), payment(500), PAID);

    assertThat(keys.find(connection, scope, hash(500)).map(KeyRow::status)).contains(201);
    assertThat(lookedAt.rows()).isBetween(1L, 10L);
  }

  private static KeyRow key(String scope, long payment) {
    return new KeyRow(scope, hash(payment), 0, "body", payment, 0, "", 0, 5);
  }

  private static PaymentRow payment(long id) {
    Intent intent = new Intent("acme", "", "wish", "cus-1", 1250, "EUR", 0, "body");
    return new PaymentRow(id, intent, PaymentRow.PENDING, "psp", "", hash(id), 0);
  }

  private static String hash(long payment) {
    return Hash.of("key-" + payment);
  }
}
