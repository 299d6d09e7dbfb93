package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The [Rules] once more, in the language of the server: a trigger there cannot ask ours. What
/// countries are called, and their money, are put into tables from our lists.
final class PostgresRules {
  private static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS country_codes (
        typed VARCHAR(200), alias BOOLEAN, code CHAR(2) NOT NULL, PRIMARY KEY (typed, alias));
      CREATE TABLE IF NOT EXISTS country_currencies (
        code CHAR(2) PRIMARY KEY, currency CHAR(3) NOT NULL, digits INT NOT NULL)
      """;

  private static final String STRIPPED =
      """
      CREATE OR REPLACE FUNCTION stripped(typed TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
        SELECT REGEXP_REPLACE(typed, '^\\s+|\\s+$', '', 'g')
      $$
      """;

  private static final String COUNTRY =
      """
      CREATE OR REPLACE FUNCTION country_of(typed_country TEXT) RETURNS CHAR(2)
      LANGUAGE sql STABLE AS $$
        SELECT COALESCE(
          (SELECT code FROM country_codes WHERE typed = typed_country AND NOT alias),
          (SELECT code FROM country_codes WHERE typed = LOWER(stripped(typed_country))
            ORDER BY alias LIMIT 1),
          '%s')
      $$
      """
          .formatted(Countries.UNKNOWN);

  /* Half to even; the server's own rounding goes away from zero. */
  private static final String MINOR =
      """
      CREATE OR REPLACE FUNCTION minor_of(credit DOUBLE PRECISION, digits INT) RETURNS BIGINT
      LANGUAGE plpgsql IMMUTABLE AS $$
      DECLARE
        exact NUMERIC := CAST(CAST(credit AS TEXT) AS NUMERIC)
          * CAST('1' || REPEAT('0', digits) AS NUMERIC);
        whole NUMERIC := FLOOR(exact);
      BEGIN
        IF exact - whole > 0.5 OR (exact - whole = 0.5 AND MOD(whole, 2) <> 0) THEN
          whole := whole + 1;
        END IF;
        RETURN whole;
      END $$
      """;

  private static final String NAME =
      """
      CREATE OR REPLACE FUNCTION split_name(typed TEXT, OUT given TEXT, OUT family TEXT)
      LANGUAGE plpgsql IMMUTABLE AS $$
      DECLARE
        plain TEXT := stripped(typed);
        gap INT := STRPOS(plain, ' ');
        comma INT := STRPOS(plain, ',');
        words TEXT[];
        cut INT;
      BEGIN
        IF gap > 1 AND comma = 0 AND STRPOS(SUBSTR(plain, gap + 1), ' ') = 0 THEN
          given := LEFT(plain, gap - 1);
          family := SUBSTR(plain, gap + 1);
        ELSIF comma > 1 AND comma < LENGTH(plain) THEN
          given := stripped(SUBSTR(plain, comma + 1));
          family := stripped(LEFT(plain, comma - 1));
        ELSE
          words := REGEXP_SPLIT_TO_ARRAY(plain, '\\s+');
          cut := CARDINALITY(words);
          FOR i IN 2 .. CARDINALITY(words) - 1 LOOP
            IF LOWER(words[i]) = ANY (ARRAY[%s]) THEN
              cut := i;
              EXIT;
            END IF;
          END LOOP;
          given := ARRAY_TO_STRING(words[1:cut - 1], ' ');
          family := ARRAY_TO_STRING(words[cut:], ' ');
        END IF;
        IF stripped(family) = '' THEN
          given := '';
          family := '%s';
        END IF;
      END $$
      """
          .formatted(quoted(FullName.PARTICLES), Rules.NOBODY);

  /* The column of names by either name: it may be renamed while the trigger is on. */
  private static final String COPY =
      """
      CREATE OR REPLACE FUNCTION copy_to_new() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        checked BOOLEAN := TG_ARGV[0] = 'checked';
        iso CHAR(2);
        purse RECORD;
        person RECORD;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF checked THEN
            PERFORM slot FROM copy_ranges WHERE slot = OLD.id / %d %% %d FOR UPDATE;
          END IF;
          DELETE FROM customers_new WHERE id = OLD.id;
          RETURN NULL;
        END IF;
        iso := country_of(NEW.country);
        SELECT COALESCE(MAX(c.currency), '%s') AS currency, COALESCE(MAX(c.digits), 2) AS digits
          INTO purse FROM country_currencies c WHERE c.code = iso;
        SELECT * INTO person
          FROM split_name(COALESCE(TO_JSONB(NEW) ->> 'name', TO_JSONB(NEW) ->> 'full_name'));
        INSERT INTO customers_new AS t
            (id, given_name, family_name, email, credit_minor, currency, country, version)
          VALUES (NEW.id, person.given, person.family, NEW.email,
            minor_of(NEW.credit, purse.digits), purse.currency, iso, NEW.version)
          ON CONFLICT (id) DO UPDATE SET
            given_name = EXCLUDED.given_name, family_name = EXCLUDED.family_name,
            email = EXCLUDED.email, credit_minor = EXCLUDED.credit_minor,
            currency = EXCLUDED.currency, country = EXCLUDED.country, version = EXCLUDED.version
            WHERE NOT checked OR t.version < EXCLUDED.version;
        RETURN NULL;
      END $$
      """
          .formatted(RangeLock.IDS_A_RANGE, RangeLock.SLOTS, Countries.HOUSE_CURRENCY);

  private PostgresRules() {}

  /// Tells the server the rules, in functions of their own and `copy_to_new()`, the trigger's.
  static void create(Connection connection) throws SQLException {
    Schema.run(connection, TABLES);
    fill(connection);
    for (String each : List.of(STRIPPED, COUNTRY, MINOR, NAME, COPY)) {
      Schema.run(connection, each);
    }
  }

  private static void fill(Connection connection) throws SQLException {
    List<Object[]> codes = new ArrayList<>();
    Countries.codesByName().forEach((typed, code) -> codes.add(new Object[] {typed, false, code}));
    Countries.codesByAlias().forEach((typed, code) -> codes.add(new Object[] {typed, true, code}));
    insert(connection, "INSERT INTO country_codes (typed, alias, code) VALUES (?, ?, ?)", codes);
    List<Object[]> currencies = new ArrayList<>();
    for (Map.Entry<String, String> each : Countries.currencies().entrySet()) {
      currencies.add(new Object[] {each.getKey(), each.getValue(), Purse.digits(each.getValue())});
    }
    insert(
        connection,
        "INSERT INTO country_currencies (code, currency, digits) VALUES (?, ?, ?)",
        currencies);
  }

  private static void insert(Connection connection, String sql, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(PostgresDialect.INSTANCE.insertOrLeave(sql))) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static String quoted(Iterable<String> words) {
    List<String> quoted = new ArrayList<>();
    words.forEach(each -> quoted.add("'" + each + "'"));
    return String.join(", ", quoted);
  }
}
