package dev.hotseat.live.catalogue;

import static dev.hotseat.live.catalogue.Rig.LIST_INDEX;
import static dev.hotseat.live.catalogue.Rig.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.LiveSystem.Table;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an index does for a question, counted in rows looked at: the one figure that is the same on
/// every machine.
class PlansTest {
  /// One order in forty.
  private static final int LARGE = ROWS / 40;

  @Nested
  class TheListOfTheLargeCustomer {
    @Test
    void readsEveryOrderOfTheShopWithoutAnIndex() throws InterruptedException {
      try (Rig rig = new Rig()) {
        assertThat(rig.scanned("List")).isGreaterThanOrEqualTo(ROWS);
      }
    }

    @Test
    void readsEveryDeliveredOrderOfHersWithAnIndexWhoseOrderTheEngineDoesNotSee()
        throws InterruptedException {
      try (Rig rig = new Rig().indexed(LIST_INDEX)) {
        assertThat(rig.scanned("List")).isBetween(LARGE * 0.7, LARGE * 1.1);
      }
    }

    @Test
    void readsOnePageOnceTheWholePrefixIsNamed() throws InterruptedException {
      try (Rig rig = new Rig("order-by", "whole-prefix").indexed(LIST_INDEX)) {
        assertThat(rig.scanned("List")).isBetween(20.0, 25.0);
      }
    }

    @Test
    void readsAllOfHersWhereTheIndexStopsAtTheCustomer() throws InterruptedException {
      try (Rig rig = new Rig("order-by", "whole-prefix").indexed("customer_id")) {
        assertThat(rig.scanned("List")).isBetween(LARGE * 0.9, LARGE * 1.1);
      }
    }

    @Test
    void isNotHelpedByAnIndexThatBeginsWithTheDate() throws InterruptedException {
      try (Rig rig = new Rig("order-by", "whole-prefix").indexed("created desc")) {
        assertThat(rig.scanned("List")).isGreaterThanOrEqualTo(ROWS);
      }
    }

    @Test
    void isTheSameListWithAndWithoutAnIndexAndJoinedOrNot() throws InterruptedException {
      try (Rig rig = new Rig()) {
        String before = list(rig).body();

        rig.indexed(LIST_INDEX).change("order-by", "whole-prefix", "detail", "join");

        assertThat(list(rig).body()).isEqualTo(before).contains("\"product\":\"Product ");
      }
    }

    private Reply list(Rig rig) {
      return rig.send(1, "list", "large", "1").getFirst();
    }
  }

  @Nested
  class AnIndexOnTheAddress {
    @Test
    void isOfNoUseToAFunctionOfTheColumn() throws InterruptedException {
      try (Rig rig = new Rig("email-match", "lower").indexed("email")) {
        assertThat(rig.scanned("Find")).isGreaterThanOrEqualTo(ROWS * 0.9);
      }
    }

    @Test
    void isOfNoUseToAPatternWithoutABeginning() throws InterruptedException {
      try (Rig rig = new Rig("email-match", "contains").indexed("email")) {
        assertThat(rig.scanned("Find")).isGreaterThanOrEqualTo(ROWS * 0.9);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "prefix"})
    void leadsStraightToWhatBeginsLikeIt(String match) throws InterruptedException {
      try (Rig rig = new Rig("email-match", match).indexed("email")) {
        assertThat(rig.scanned("Find")).isLessThan(30);
      }
    }
  }

  @Nested
  class ALeftPrefix {
    @Test
    void servesTheQuestionThatKnowsIt() throws InterruptedException {
      try (Rig rig = new Rig().indexed("customer_id, total")) {
        assertThat(rig.scanned("Spent")).isBetween(LARGE * 0.9, LARGE * 1.1);
      }
    }

    @Test
    void isMissingWhereTheQuestionKnowsOnlyTheSecondColumn() throws InterruptedException {
      try (Rig rig = new Rig().indexed("status, customer_id")) {
        assertThat(rig.scanned("Spent")).isGreaterThanOrEqualTo(ROWS);
      }
    }
  }

  @Test
  void aColumnWithOneValueInNineRowsOfTenIsSelectiveForTheOthersOnly() throws InterruptedException {
    try (Rig rig = new Rig().indexed("status")) {
      assertThat(rig.scanned("Backlog")).isLessThan(ROWS * 0.1);
      assertThat(plan(rig, "SELECT SUM(total) FROM orders WHERE status = 'delivered'"))
          .contains("ORDERS_STATUS");
    }
  }

  private static String plan(Rig rig, String sql) throws InterruptedException {
    Table plan = rig.system.sql("EXPLAIN " + sql);
    return plan.rows().toString();
  }

  @Test
  void aPageCostsAStatementForEachOrderOrOneJoin() {
    try (Rig rig = new Rig()) {
      rig.gauge("rows");
      rig.send(3, "list", "large", "1");
      assertThat(rig.gauge("statementsPerList")).isEqualTo(21);

      rig.change("detail", "join");
      rig.send(3, "list", "large", "1");

      assertThat(rig.gauge("statementsPerList")).isEqualTo(1);
    }
  }

  @Test
  void everyIndexCostsEveryOrderAnEntryAndTheStatusOnlyItsOwn() throws InterruptedException {
    try (Rig rig = new Rig().indexed(LIST_INDEX).indexed("email").indexed("customer_id, total")) {
      assertThat(rig.gauge("entriesPerPlace")).isEqualTo(3);
      assertThat(rig.gauge("entriesPerMove")).isEqualTo(2);
    }
  }

  @Test
  void whatIndexesCostAWriteIsMeasured() throws InterruptedException {
    try (Rig rig =
        new Rig()
            .indexed(LIST_INDEX)
            .indexed("email")
            .indexed("customer_id, total")
            .indexed("product_id, created")
            .indexed("note, total")) {
      String said = rig.act("measure-writes");

      assertThat(said).contains("with its 5 indexes");
      double times = Double.parseDouble(said.replaceAll("(?s).*any: ([0-9.]+) times.*", "$1"));
      assertThat(times).as(said).isGreaterThan(1.2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "email, email", "created sideways", "email desc desc", ","})
  void refusesAnIndexThatIsNone(String columns) {
    try (Rig rig = new Rig("rows", "5000")) {
      assertThatThrownBy(() -> rig.act("create-index", "columns", columns))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("columns");
    }
  }

  @Test
  void anIndexCanBeDroppedByItsName() throws InterruptedException {
    try (Rig rig = new Rig().indexed("email")) {
      assertThat(rig.act("drop-index", "name", "orders_email")).startsWith("Dropped");
      assertThat(rig.act("drop-index", "name", "orders_email")).startsWith("There is no index");
      assertThat(rig.gauge("indexes")).isZero();
    }
  }

  @Test
  void thePlanIsReadFromTheEnginesOwnWords() {
    Plan plan =
        Plan.read(
            """
            SELECT "ID" FROM "PUBLIC"."ORDERS"
                /* PUBLIC.ORDERS_CUSTOMER: CUSTOMER_ID = 1 */
                /* scanCount: 501 */
            INNER JOIN "PUBLIC"."PRODUCTS" /* PUBLIC.PRODUCTS.tableScan */ /* scanCount: 1001 */
            /* index sorted */
            """,
            5);

    assertThat(plan.scanned()).isEqualTo(1502);
    assertThat(plan.used()).isEqualTo(List.of("orders_customer", "table scan"));
    assertThat(plan.sorted()).isTrue();
    assertThat(plan.isScan()).isTrue();
  }
}
