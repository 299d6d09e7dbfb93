package dev.hotseat.live.orders;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.world.TickSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/// The one way to the tables: whoever runs a statement runs it here, and here it is seen.
final class Database {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
  private static final int TEXTS_MAX = 200;
  private static final long LOOK_NANOS = 100_000_000;

  private final Kit kit;
  private final Config config;
  private final Store store;
  private final Storage storage;
  private final Map<String, Profile> profiles = new ConcurrentHashMap<>();
  private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(3_100);
  private final AtomicLong schema = new AtomicLong();
  private final Recent trips = new Recent(Topology.ROUND_TRIP);

  Database(Kit kit, Config config, Burdens burdens) {
    this.kit = kit;
    this.config = config;
    this.store = kit.store();
    this.storage = new Storage(kit.world(), burdens);
  }

  /// Work with statements.
  @FunctionalInterface
  interface Work<T> {
    T with(Statements statements) throws SQLException, InterruptedException;
  }

  /// Reads with a connection of the task's instance, each statement for itself.
  ///
  /// @param purpose what for, as the thread view shows it
  <T> T read(Task task, String purpose, Work<T> work) throws InterruptedException {
    return task.query(purpose, connection -> onBehalf(task, connection, work));
  }

  /// Does everything or nothing. The work commits itself, as its last statement.
  <T> T transaction(Task task, String purpose, Work<T> work) throws InterruptedException {
    return task.query(
        purpose, connection -> whole(connection, () -> onBehalf(task, connection, work)));
  }

  private <T> T onBehalf(Task task, Connection connection, Work<T> work)
      throws SQLException, InterruptedException {
    Instance instance = task.instance();
    Hop wire = wire(instance.pool());
    return in(
        connection,
        instance.name(),
        wire,
        task.visit(),
        statements -> {
          for (long i = config.number(Setting.POOL_VALIDATION); i > 0; i--) {
            statements.ping();
          }
          return work.with(statements);
        });
  }

  /// The same for work that no call asked for.
  ///
  /// @param owner the part it belongs to
  /// @param pool whose connections it takes
  <T> T transaction(String owner, String pool, Work<T> work) throws InterruptedException {
    Visit errand = kit.errand(owner);
    Hop toPool = kit.hop(Topology.hop(owner, pool));
    return store.query(
        toPool,
        errand,
        connection -> whole(connection, () -> in(connection, owner, wire(pool), errand, work)));
  }

  private Hop wire(String pool) {
    return kit.hop(Topology.hop(pool, Topology.DB));
  }

  @FunctionalInterface
  private interface Part<T> {
    T done() throws SQLException, InterruptedException;
  }

  private static <T> T whole(Connection connection, Part<T> part)
      throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    try {
      return part.done();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private <T> T in(Connection connection, String owner, Hop wire, Visit visit, Work<T> work)
      throws SQLException, InterruptedException {
    long id = ids.incrementAndGet();
    Session session = new Session(id, engineId(connection), owner, visit.traceId(), ticks());
    sessions.put(id, session);
    try {
      return work.with(new Statements(this, wire, visit, connection, session));
    } finally {
      sessions.remove(id);
    }
  }

  /// Takes a connection of the task's instance, asks one question on it, and keeps it as long as
  /// the process lives: what code does that forgets to give back.
  void neverGiveBack(Task task, String sql, Object... parameters) {
    Instance instance = task.instance();
    task.lifetime().keep("request", () -> keep(instance, sql, parameters));
  }

  private void keep(Instance instance, String sql, Object... parameters)
      throws InterruptedException {
    Visit errand = kit.errand("request");
    while (true) {
      try {
        store.query(
            instance.toPool(),
            errand,
            connection ->
                whole(
                    connection,
                    () ->
                        in(
                            connection,
                            instance.name(),
                            wire(instance.pool()),
                            errand,
                            desk -> {
                              desk.read(sql, row -> row.getString(1), parameters);
                              return desk.holdOn();
                            })));
        return;
      } catch (HopFailure _) {
        // the one it had was taken meanwhile; it is in line for the next
      }
    }
  }

  /// Work of nobody's process: set-up, repairs, and looking after the tables.
  <T> T aside(Store.Sql<T> work) throws InterruptedException {
    return store.aside(work);
  }

  private static int engineId(Connection connection) throws SQLException {
    return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local
        ? local.getId()
        : 0;
  }

  void ran(String sql, long nanos) {
    profile(sql).ran(nowSecond(), nanos);
  }

  /// Somebody has waited so long for a statement, the way there and back included.
  void answered(long nanos) {
    trips.add(nanos);
  }

  /// What a statement usually takes lately, the way there and back included.
  double tripMillis() {
    return trips.median() / 1e6;
  }

  /// How many rows the engine reads for a query, as its own plan counts them.
  long rowsRead(String sql, Connection connection, Object... parameters) throws SQLException {
    Profile profile = profile(sql);
    long now = schema.get();
    if (profile.shouldMeasure(now)) {
      try (PreparedStatement plan = connection.prepareStatement("EXPLAIN ANALYZE " + sql)) {
        for (int i = 0; i < parameters.length; i++) {
          plan.setObject(i + 1, parameters[i]);
        }
        profile.measured(now, scanned(plan));
      } catch (SQLException e) {
        profile.notMeasured();
        throw e;
      }
    }
    return profile.rowsRead();
  }

  private static long scanned(PreparedStatement plan) throws SQLException {
    long rows = 0;
    try (ResultSet row = plan.executeQuery()) {
      while (row.next()) {
        Matcher count = SCANNED.matcher(row.getString(1));
        while (count.find()) {
          rows += Long.parseLong(count.group(1));
        }
      }
    }
    return rows;
  }

  /// Tables or indexes have changed, so plans may have.
  void schemaChanged() {
    schema.incrementAndGet();
  }

  /*
   * The texts are constants of this package; the bound is for the day on which somebody puts a
   * number into one.
   */
  private Profile profile(String sql) {
    String text = profiles.size() >= TEXTS_MAX && !profiles.containsKey(sql) ? "(others)" : sql;
    return profiles.computeIfAbsent(text, Profile::new);
  }

  long nowSecond() {
    return TimeUnit.NANOSECONDS.toSeconds(ticks().nanos());
  }

  TickSource ticks() {
    return kit.world().ticks();
  }

  void pause() throws InterruptedException {
    kit.world().pause().sleepNanos(LOOK_NANOS);
  }

  Storage storage() {
    return storage;
  }

  Collection<Profile> profiles() {
    return List.copyOf(profiles.values());
  }

  Collection<Session> sessions() {
    return List.copyOf(sessions.values());
  }

  Optional<Session> find(long session) {
    return Optional.ofNullable(sessions.get(session));
  }
}
