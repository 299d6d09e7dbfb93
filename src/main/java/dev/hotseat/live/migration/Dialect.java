package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What the two engines have different words for. Everything else is said in statements that both
/// understand.
sealed interface Dialect permits H2Dialect, PostgresDialect {
  /// Name of the trigger on the new table that notes who changed.
  String NOTED = "customers_new_noted";

  /// What of the conversion fits into one statement, when a table is altered in place.
  String CONVERSION =
      """
      UPDATE customers SET
        given_name = CASE WHEN POSITION(' ' IN %1$s) > 0
          THEN SUBSTRING(%1$s FROM 1 FOR POSITION(' ' IN %1$s) - 1) ELSE '' END,
        family_name = SUBSTRING(%1$s FROM POSITION(' ' IN %1$s) + 1),
        credit_minor = CAST(FLOOR(credit * 100) AS BIGINT),
        currency = 'EUR',
        iso = CASE WHEN CHAR_LENGTH(country) = 2 THEN country
          WHEN country = 'Germany' THEN 'DE' WHEN country = 'United Kingdom' THEN 'GB'
          WHEN country = 'United States' THEN 'US' WHEN country = 'Spain' THEN 'ES'
          ELSE UPPER(SUBSTRING(country FROM 1 FOR 2)) END
      """;

  /// Of whoever is at the other end of a connection.
  static Dialect of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
        ? PostgresDialect.INSTANCE
        : H2Dialect.INSTANCE;
  }

  /// A statement that writes rows whatever is there.
  ///
  /// @param columns the key first
  /// @param rows a query, or `VALUES (?, …)`, that has these columns
  String upsert(String table, List<String> columns, String rows);

  /// A statement that writes those rows that are not there, or are there in an older `version`; it
  /// counts what it wrote.
  String upsertIfNewer(String table, List<String> columns, String rows);

  /// The insert as a statement that leaves what is there alone. It writes nothing then, or fails as
  /// a duplicate key that ends no transaction.
  String insertOrLeave(String insert);

  /// A query that carries out an update and gives a column of what it changed, as it is then.
  String updated(String column, String update);

  /// A query that carries out a removal and gives a column of what it removed.
  String deleted(String column, String delete);

  /// A query that counts the indexes of a name.
  String indexes(String name);

  /// A query for the bytes that the database takes on disk, 0 in memory.
  String diskBytes();

  /// The statements that turn the old table into the new one in place, with a place for the name of
  /// its column of names.
  List<String> inPlace();

  /// The statements that turn the old table into the new one in place.
  ///
  /// @param nameColumn what its column of names is called
  default List<String> alterInPlace(String nameColumn) {
    return inPlace().stream().map(each -> each.formatted(nameColumn)).toList();
  }

  /// The statement that makes an index while everybody goes on.
  ///
  /// @throws dev.hotseat.exchange.Refusal where the engine has none
  String indexConcurrently(String name, String on);

  /// Puts the trigger on the old table that copies every change into the new one.
  void copyChanges(Connection connection, boolean versionCheck) throws SQLException;

  /// Takes it off, if it is there.
  void copyNoChanges(Connection connection) throws SQLException;

  /// Puts the trigger on the new table that notes who changed.
  void noteChanges(Connection connection) throws SQLException;

  /// Takes it off, if it is there.
  void noteNoChanges(Connection connection) throws SQLException;
}
