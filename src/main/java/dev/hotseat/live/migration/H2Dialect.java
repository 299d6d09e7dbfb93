package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// As H2 has it.
enum H2Dialect implements Dialect {
  INSTANCE;

  /*
   * What H2 makes of it: every ALTER builds the table anew beside the old one while nobody is kept from
   * writing to that, and then swaps them, so the writes in between are acknowledged and gone; readers
   * meet a table that is not there for a moment. And the conversion is what fits into one UPDATE: it
   * splits every name at its first blank, takes every currency for euro, and knows the countries that
   * whoever wrote it thought of.
   */
  private static final List<String> IN_PLACE =
      List.of(
          """
          ALTER TABLE customers ADD (
            given_name VARCHAR(120), family_name VARCHAR(120), credit_minor BIGINT,
            currency CHAR(3), iso CHAR(2))
          """,
          CONVERSION,
          "ALTER TABLE customers ALTER COLUMN id BIGINT",
          "ALTER TABLE customers DROP COLUMN %1$s, credit, country",
          "ALTER TABLE customers ALTER COLUMN iso RENAME TO country");

  @Override
  public String upsert(String table, List<String> columns, String rows) {
    return "MERGE INTO %s (%s) KEY (%s) %s"
        .formatted(table, String.join(", ", columns), columns.getFirst(), rows);
  }

  @Override
  public String upsertIfNewer(String table, List<String> columns, String rows) {
    return """
    MERGE INTO %1$s AS t USING (%2$s) AS s (%3$s) ON t.%4$s = s.%4$s
    WHEN MATCHED AND t.version < s.version THEN UPDATE SET %5$s
    WHEN NOT MATCHED THEN INSERT (%3$s) VALUES (%6$s)
    """
        .formatted(
            table,
            rows,
            String.join(", ", columns),
            columns.getFirst(),
            columns.stream()
                .skip(1)
                .map(each -> each + " = s." + each)
                .collect(Collectors.joining(", ")),
            columns.stream().map(each -> "s." + each).collect(Collectors.joining(", ")));
  }

  @Override
  public String insertOrLeave(String insert) {
    return insert;
  }

  @Override
  public String updated(String column, String update) {
    return "SELECT " + column + " FROM FINAL TABLE (" + update + ")";
  }

  @Override
  public String deleted(String column, String delete) {
    return "SELECT " + column + " FROM OLD TABLE (" + delete + ")";
  }

  @Override
  public String indexes(String name) {
    return "SELECT COUNT(*) FROM information_schema.indexes WHERE LOWER(index_name) = '"
        + name
        + "'";
  }

  @Override
  public String diskBytes() {
    return """
    SELECT COALESCE(MAX(CAST(setting_value AS BIGINT)), 0)
    FROM information_schema.settings WHERE setting_name = 'info.FILE_SIZE'
    """;
  }

  @Override
  public List<String> inPlace() {
    return IN_PLACE;
  }

  @Override
  public String indexConcurrently(String name, String on) {
    throw new Refusal(
        "action",
        "a database that can; on this one create-shadow-index (or the lever store, where this server"
            + " has a PostgreSQL)",
        "create-index-concurrently");
  }

  @Override
  public void copyChanges(Connection connection, boolean versionCheck) throws SQLException {
    Schema.run(connection, CopyTrigger.create(versionCheck));
  }

  @Override
  public void copyNoChanges(Connection connection) throws SQLException {
    Schema.run(connection, CopyTrigger.drop(true));
    Schema.run(connection, CopyTrigger.drop(false));
  }

  @Override
  public void noteChanges(Connection connection) throws SQLException {
    Schema.run(
        connection,
        "CREATE TRIGGER "
            + NOTED
            + " AFTER INSERT, UPDATE, DELETE ON customers_new FOR EACH ROW CALL '"
            + NoteTrigger.class.getName()
            + "'");
  }

  @Override
  public void noteNoChanges(Connection connection) throws SQLException {
    Schema.run(connection, "DROP TRIGGER IF EXISTS " + NOTED);
  }
}
