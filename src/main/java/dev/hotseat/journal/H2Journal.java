package dev.hotseat.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;

/// The journal in an H2 file: one writer thread, a few reading connections.
/*
 * All work on the file is done by threads of its own, because a thread that is interrupted while it
 * uses a file channel closes it for everybody, and readers of a journal are often let go.
 *
 * WRITE_DELAY=0 makes a commit wait for the disk; the default of half a second loses acknowledged
 * rows when the process is killed. RETENTION_TIME stays at its default, because together with
 * WRITE_DELAY=0 a retention of zero loses them as well. The schema is migrated before the first
 * writer starts: H2 copies a table that is altered and drops what is written meanwhile.
 *
 * OPTIMIZE_REUSE_RESULTS=0: H2 answers a repeated query from its last result unless a table was marked
 * as written since, and marks it just before a commit becomes visible. A reader who asks in between is
 * given the old lines from then on, beside an end that is new: about one read in two thousand.
 */
final class H2Journal implements Journal {
  private static final int JOBS_WAITING_MAX = 10_000;
  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(JOBS_WAITING_MAX);
  private final HikariDataSource readers;
  private final ExecutorService readingThreads =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().daemon().name("journal-reader-", 0).factory());
  private final Thread writer;
  private volatile boolean closed;

  H2Journal(String url) {
    var source = new JdbcDataSource();
    source.setURL(
        url + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384");
    source.setUser("hotseat");
    source.setPassword("");
    migrate(source);
    readers = readers(source);
    writer = Thread.ofPlatform().name("journal").start(new Writer(source, jobs));
  }

  private static void migrate(JdbcDataSource source) {
    try (Connection held = source.getConnection()) { // so that the file is opened only once
      Flyway.configure().dataSource(source).locations("classpath:db/journal").load().migrate();
      held.isValid(1);
    } catch (SQLException | FlywayException e) {
      throw JournalFailure.of("opening the journal", e);
    }
  }

  private static HikariDataSource readers(JdbcDataSource source) {
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("journal-readers");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  @Override
  public void create(String stream, Instant at, String about, List<Line> lines) {
    hand(new Job.Create(stream, at, about, List.copyOf(lines), new CompletableFuture<>()));
  }

  @Override
  public void append(String stream, List<Line> lines) {
    if (!lines.isEmpty()) {
      hand(new Job.Append(stream, List.copyOf(lines), new CompletableFuture<>()));
    }
  }

  @Override
  public boolean erase(String stream) {
    return hand(new Job.Erase(stream, new CompletableFuture<>()));
  }

  private boolean hand(Job job) {
    try {
      if (closed) {
        throw new JournalFailure(JournalFailure.Kind.CLOSED, "the journal is closed");
      }
      if (!jobs.offer(job, PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new JournalFailure(JournalFailure.Kind.BROKEN, "the disk does not keep up");
      }
      return job.done().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalFailure(JournalFailure.Kind.CLOSED, "interrupted before it was written", e);
    } catch (CompletionException e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(CompletionException e) {
    return switch (e.getCause()) {
      case JournalFailure failure -> failure.again();
      case IllegalStateException refused ->
          new IllegalStateException(refused.getMessage(), refused);
      case null, default -> e;
    };
  }

  @Override
  public List<Line> read(String stream, long afterSeq, int limit) {
    return reading(open -> {
      Optional<byte[]> before = chain(open, stream, afterSeq);
      return before.isPresent() ? read(open, stream, afterSeq, limit, before.get()) : List.of();
    });
  }

  /// Something that reads.
  private interface Reading<T> {
    T with(Connection open) throws SQLException;
  }

  /*
   * When a write fails, H2 closes the database under every connection. It opens again with the next
   * new one, at the last commit that reached the disk; so a reader that finds it closed lets go of the
   * old connections and tries once more.
   */
  private <T> T reading(Reading<T> reading) {
    try {
      return CompletableFuture.supplyAsync(() -> read(reading), readingThreads).join();
    } catch (RejectedExecutionException e) {
      throw new JournalFailure(JournalFailure.Kind.CLOSED, "the journal is closed", e);
    } catch (CompletionException e) {
      throw rethrown(e);
    }
  }

  private <T> T read(Reading<T> reading) {
    try {
      return attempt(reading);
    } catch (SQLException closedUnderUs) {
      if (closed) {
        throw new JournalFailure(
            JournalFailure.Kind.CLOSED, "the journal is closed", closedUnderUs);
      }
      readers.getHikariPoolMXBean().softEvictConnections();
    }
    try {
      return attempt(reading);
    } catch (SQLException e) {
      throw JournalFailure.of("reading the journal", e);
    }
  }

  private <T> T attempt(Reading<T> reading) throws SQLException {
    try (Connection open = readers.getConnection()) {
      return reading.with(open);
    }
  }

  private static List<Line> read(
      Connection open, String stream, long afterSeq, int limit, byte[] before) throws SQLException {
    End end = end(open, stream);
    List<Line> lines = new ArrayList<>();
    byte[] chain = before;
    long seq = afterSeq;
    try (PreparedStatement select =
        open.prepareStatement(
            "SELECT seq, at, elapsed, type, payload, chain FROM line"
                + " WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?")) {
      select.setString(1, stream);
      select.setLong(2, afterSeq);
      select.setInt(3, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getLong("seq") != ++seq) {
            throw JournalFailure.damaged(stream, seq, "is missing");
          }
          Line line = line(stream, rows);
          chain = Chain.next(chain, line);
          if (!Arrays.equals(chain, rows.getBytes("chain"))
              || (seq == end.seq() && !Arrays.equals(chain, end.chain()))) {
            throw JournalFailure.damaged(stream, seq, "is not what was written");
          }
          lines.add(line);
        }
      }
    }
    if (lines.size() < limit && seq < end.seq() && end(open, stream).seq() >= end.seq()) {
      throw JournalFailure.damaged(stream, seq + 1, "is missing");
    }
    return lines;
  }

  private static Line line(String stream, ResultSet rows) throws SQLException {
    long seq = rows.getLong("seq");
    try {
      return new Line(
          seq,
          Chain.instant(rows.getLong("at")),
          rows.getDouble("elapsed"),
          rows.getString("type"),
          Packing.unpack(rows.getBytes("payload")));
    } catch (DataFormatException e) {
      throw JournalFailure.damaged(stream, seq, "cannot be unpacked: " + e.getMessage());
    }
  }

  /// The chain value at a seq; empty when the stream does not reach it.
  private static Optional<byte[]> chain(Connection open, String stream, long seq)
      throws SQLException {
    if (seq == 0) {
      return Optional.of(Chain.start(stream));
    }
    try (PreparedStatement select =
        open.prepareStatement("SELECT chain FROM line WHERE stream = ? AND seq = ?")) {
      select.setString(1, stream);
      select.setLong(2, seq);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  /// Where a stream ends.
  private record End(long seq, byte[] chain) {}

  /*
   * The end is read before the lines: a stream that grows meanwhile has more lines than this, never
   * fewer, so lines cut off at the end are missed without a transaction around the two queries. Only
   * an erased stream shrinks, which is why it is asked for again before a line is called missing.
   */
  private static End end(Connection open, String stream) throws SQLException {
    try (PreparedStatement select =
        open.prepareStatement("SELECT head_seq, head_chain FROM stream WHERE id = ?")) {
      select.setString(1, stream);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? new End(rows.getLong(1), rows.getBytes(2))
            : new End(0, Chain.start(stream));
      }
    }
  }

  @Override
  public List<Head> streams() {
    return heads("", "");
  }

  @Override
  public Optional<Head> head(String stream) {
    return heads(" WHERE id = ?", stream).stream().findFirst();
  }

  private List<Head> heads(String where, String stream) {
    return reading(open -> {
      List<Head> heads = new ArrayList<>();
      try (PreparedStatement select =
          open.prepareStatement(
              "SELECT id, created_at, about, head_seq, head_at FROM stream"
                  + where
                  + " ORDER BY created_at, id")) {
        if (!where.isEmpty()) {
          select.setString(1, stream);
        }
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            heads.add(head(rows));
          }
        }
      }
      return heads;
    });
  }

  private static Head head(ResultSet rows) throws SQLException {
    return new Head(
        rows.getString(1),
        Chain.instant(rows.getLong(2)),
        rows.getString(3),
        rows.getLong(4),
        Chain.instant(rows.getLong(5)));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    readingThreads.close();
    readers.close();
    var done = new CompletableFuture<Boolean>();
    boolean interrupted = false;
    while (true) {
      try {
        jobs.put(new Job.Stop(done));
        writer.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
