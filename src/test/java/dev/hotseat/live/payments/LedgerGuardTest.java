package dev.hotseat.live.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in the ledger stays there.
class LedgerGuardTest {
  private static final String ENTRY =
      "INSERT INTO ledger (payment, account, currency, amount, at_millis)"
          + " VALUES (1, 'a', 'EUR', 5, 0)";

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE ledger SET amount = 6", "DELETE FROM ledger"})
  void letsNobodyChangeAnEntry(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement sql = connection.createStatement()) {
      for (String each : Schema.OURS) {
        sql.execute(each);
      }
      sql.execute(ENTRY);

      assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("immutable");
    }
  }

  /// However fast entries are added, every reading of the ledger sums to zero in every currency.
  @Test
  void showsNobodyHalfABooking() throws InterruptedException {
    try (Rig rig = Rig.right()) {
      Thread load = Thread.ofVirtual().start(() -> rig.sendAtOnce(200, "pay"));
      boolean booked = false;
      while (load.isAlive() || !booked) {
        List<List<String>> sums =
            rig.system.sql("SELECT currency, SUM(amount) FROM ledger GROUP BY currency").rows();
        booked = !sums.isEmpty();
        assertThat(sums).allMatch(row -> row.get(1).equals("0"));
      }
    }
  }
}
