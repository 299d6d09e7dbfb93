package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Progress.State;
import java.util.List;

/// The whole migration in a handful of statements on the table that everybody is using.
final class InPlaceAlter {
  /*
   * What H2 makes of it: every ALTER builds the table anew beside the old one while nobody is kept from
   * writing to that, and then swaps them, so the writes in between are acknowledged and gone; readers
   * meet a table that is not there for a moment. And the conversion is what fits into one UPDATE: it
   * splits every name at its first blank, takes every currency for euro, and knows the countries that
   * whoever wrote it thought of.
   */
  private static final List<String> STATEMENTS =
      List.of(
          """
          ALTER TABLE customers ADD (
            given_name VARCHAR(120), family_name VARCHAR(120), credit_minor BIGINT,
            currency CHAR(3), iso CHAR(2))
          """,
          """
          UPDATE customers SET
            given_name = CASE WHEN LOCATE(' ', %1$s) > 0
              THEN SUBSTRING(%1$s FROM 1 FOR LOCATE(' ', %1$s) - 1) ELSE '' END,
            family_name = SUBSTRING(%1$s FROM LOCATE(' ', %1$s) + 1),
            credit_minor = CAST(FLOOR(credit * 100) AS BIGINT),
            currency = 'EUR',
            iso = CASE WHEN CHAR_LENGTH(country) = 2 THEN country
              WHEN country = 'Germany' THEN 'DE' WHEN country = 'United Kingdom' THEN 'GB'
              WHEN country = 'United States' THEN 'US' WHEN country = 'Spain' THEN 'ES'
              ELSE UPPER(SUBSTRING(country FROM 1 FOR 2)) END
          """,
          "ALTER TABLE customers ALTER COLUMN id BIGINT",
          "ALTER TABLE customers DROP COLUMN %1$s, credit, country",
          "ALTER TABLE customers ALTER COLUMN iso RENAME TO country");

  private final Ddl ddl;
  private final Layout layout;
  private final Serving serving;
  private volatile Progress progress = Progress.NONE;

  InPlaceAlter(Ddl ddl, Layout layout, Serving serving) {
    this.ddl = ddl;
    this.layout = layout;
    this.serving = serving;
  }

  Progress progress() {
    return progress;
  }

  String run() throws InterruptedException {
    progress = Progress.running(0, STATEMENTS.size());
    try {
      for (String statement : STATEMENTS) {
        ddl.run(statement.formatted(layout.nameColumn()));
        progress = Progress.running(progress.done() + 1, STATEMENTS.size());
      }
    } finally {
      boolean all = progress.done() == STATEMENTS.size();
      progress = progress.ended(all ? State.DONE : State.FAILED, "");
    }
    layout.becameNew();
    serving.auditNow();
    return "The table has the new columns; the old ones are gone.";
  }
}
