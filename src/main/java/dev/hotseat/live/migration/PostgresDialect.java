package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// As PostgreSQL has it, from version 13 on.
enum PostgresDialect implements Dialect {
  INSTANCE;

  /*
   * What PostgreSQL makes of it: each ALTER takes the table for itself, and everybody who comes later
   * waits behind it, readers too; adding columns and dropping them is done at once, giving one another
   * type writes every row anew meanwhile. The UPDATE holds each row it has changed until its end. So
   * nothing that was acknowledged is lost, and many give up waiting. The conversion is the one that
   * fits into a statement, as with the other engine.
   */
  private static final List<String> IN_PLACE =
      List.of(
          """
          ALTER TABLE customers
            ADD COLUMN given_name VARCHAR(120), ADD COLUMN family_name VARCHAR(120),
            ADD COLUMN credit_minor BIGINT, ADD COLUMN currency CHAR(3), ADD COLUMN iso CHAR(2)
          """,
          CONVERSION,
          "ALTER TABLE customers ALTER COLUMN id TYPE BIGINT",
          "ALTER TABLE customers DROP COLUMN %1$s, DROP COLUMN credit, DROP COLUMN country",
          "ALTER TABLE customers RENAME COLUMN iso TO country");

  @Override
  public String upsert(String table, List<String> columns, String rows) {
    return "INSERT INTO %s AS t (%s) %s ON CONFLICT (%s) DO UPDATE SET %s"
        .formatted(
            table,
            String.join(", ", columns),
            rows,
            columns.getFirst(),
            columns.stream()
                .skip(1)
                .map(each -> each + " = EXCLUDED." + each)
                .collect(Collectors.joining(", ")));
  }

  @Override
  public String upsertIfNewer(String table, List<String> columns, String rows) {
    return upsert(table, columns, rows) + " WHERE t.version < EXCLUDED.version";
  }

  @Override
  public String insertOrLeave(String insert) {
    return insert + " ON CONFLICT DO NOTHING";
  }

  @Override
  public String updated(String column, String update) {
    return update + " RETURNING " + column;
  }

  @Override
  public String deleted(String column, String delete) {
    return delete + " RETURNING " + column;
  }

  @Override
  public String indexes(String name) {
    return "SELECT COUNT(*) FROM pg_indexes WHERE indexname = '" + name + "'";
  }

  @Override
  public String diskBytes() {
    return "SELECT pg_database_size(current_database())";
  }

  @Override
  public List<String> inPlace() {
    return IN_PLACE;
  }

  @Override
  public String indexConcurrently(String name, String on) {
    return "CREATE INDEX CONCURRENTLY IF NOT EXISTS " + name + " ON " + on;
  }

  @Override
  public void copyChanges(Connection connection, boolean versionCheck) throws SQLException {
    PostgresRules.create(connection);
    Schema.run(
        connection,
        "CREATE TRIGGER copy_to_new AFTER INSERT OR UPDATE OR DELETE ON customers"
            + " FOR EACH ROW EXECUTE FUNCTION copy_to_new("
            + (versionCheck ? "'checked'" : "'plain'")
            + ")");
  }

  @Override
  public void copyNoChanges(Connection connection) throws SQLException {
    Schema.run(connection, "DROP TRIGGER IF EXISTS copy_to_new ON customers");
  }

  @Override
  public void noteChanges(Connection connection) throws SQLException {
    Schema.run(
        connection,
        """
        CREATE OR REPLACE FUNCTION note_customer() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO customers_new_notes (id)
            VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
          RETURN NULL;
        END $$
        """);
    Schema.run(
        connection,
        "CREATE TRIGGER "
            + NOTED
            + " AFTER INSERT OR UPDATE OR DELETE ON customers_new"
            + " FOR EACH ROW EXECUTE FUNCTION note_customer()");
  }

  @Override
  public void noteNoChanges(Connection connection) throws SQLException {
    Schema.run(connection, "DROP TRIGGER IF EXISTS " + NOTED + " ON customers_new");
  }
}
