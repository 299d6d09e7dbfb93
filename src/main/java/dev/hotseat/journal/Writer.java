package dev.hotseat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The one thread that writes.
/*
 * Writers who come while a commit is under way wait for it together and share the next one: with
 * WRITE_DELAY=0 the cost of a commit is the write to disk, whatever it carries. A job that makes no
 * sense (a gap, an unknown stream) fails alone before the commit; a commit that fails fails all of
 * its jobs, and the connection is thrown away, because H2 closes a database whose file failed.
 */
final class Writer implements Runnable {
  private static final int JOBS_PER_COMMIT_MAX = 512;

  private final DataSource source;
  private final BlockingQueue<Job> jobs;
  private @Nullable Connection connection;
  private boolean erased;

  /// Where a stream ends.
  private record End(long seq, byte[] chain) {}

  private final Map<String, End> ends = new HashMap<>();

  Writer(DataSource source, BlockingQueue<Job> jobs) {
    this.source = source;
    this.jobs = jobs;
  }

  @Override
  public void run() {
    List<Job> batch = new ArrayList<>();
    boolean stopped = false;
    while (!stopped) {
      batch.clear();
      try {
        batch.add(jobs.take());
      } catch (InterruptedException e) {
        continue; // only Stop ends the writer: an interrupt must not lose what is queued
      }
      jobs.drainTo(batch, JOBS_PER_COMMIT_MAX - 1);
      stopped = batch.removeIf(job -> job instanceof Job.Stop stop && stop.done().complete(true));
      write(batch);
    }
    shutDown();
  }

  private void write(List<Job> batch) {
    Map<Job, Boolean> outcomes = new LinkedHashMap<>();
    Map<String, Optional<End>> moved = new HashMap<>();
    try {
      Connection open = connection();
      for (Job job : batch) {
        try {
          outcomes.put(job, write(open, job, moved));
        } catch (IllegalStateException refused) {
          job.done().completeExceptionally(refused);
        }
      }
      open.commit();
    } catch (SQLException | RuntimeException e) {
      abandon();
      JournalFailure failure = JournalFailure.of("writing the journal", e);
      batch.forEach(job -> job.done().completeExceptionally(failure));
      return;
    }
    moved.forEach((stream, end) ->
        end.ifPresentOrElse(at -> ends.put(stream, at), () -> ends.remove(stream)));
    outcomes.forEach((job, outcome) -> job.done().complete(outcome));
  }

  private boolean write(Connection open, Job job, Map<String, Optional<End>> moved)
      throws SQLException {
    return switch (job) {
      case Job.Create create -> create(open, create, moved);
      case Job.Append append -> append(open, append, moved);
      case Job.Erase erase -> erase(open, erase, moved);
      case Job.Stop _ -> true;
    };
  }

  private boolean create(Connection open, Job.Create job, Map<String, Optional<End>> moved)
      throws SQLException {
    if (end(open, job.stream(), moved).isPresent()) {
      throw new IllegalStateException("there is a stream " + job.stream());
    }
    End end = follow(job.stream(), new End(0, Chain.start(job.stream())), job.lines());
    try (PreparedStatement insert =
        open.prepareStatement(
            "INSERT INTO stream (id, created_at, about, head_seq, head_at, head_chain)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, job.stream());
      insert.setLong(2, Chain.nanos(job.at()));
      insert.setString(3, job.about());
      insert.setLong(4, end.seq());
      insert.setLong(5, Chain.nanos(lastAt(job.lines(), job.at())));
      insert.setBytes(6, end.chain());
      insert.executeUpdate();
    }
    insert(open, job.stream(), Chain.start(job.stream()), job.lines());
    moved.put(job.stream(), Optional.of(end));
    return true;
  }

  private boolean append(Connection open, Job.Append job, Map<String, Optional<End>> moved)
      throws SQLException {
    End before =
        end(open, job.stream(), moved)
            .orElseThrow(() -> new IllegalStateException("there is no stream " + job.stream()));
    End after = follow(job.stream(), before, job.lines());
    insert(open, job.stream(), before.chain(), job.lines());
    try (PreparedStatement update =
        open.prepareStatement(
            "UPDATE stream SET head_seq = ?, head_at = ?, head_chain = ? WHERE id = ?")) {
      update.setLong(1, after.seq());
      update.setLong(2, Chain.nanos(job.lines().getLast().at()));
      update.setBytes(3, after.chain());
      update.setString(4, job.stream());
      update.executeUpdate();
    }
    moved.put(job.stream(), Optional.of(after));
    return true;
  }

  private boolean erase(Connection open, Job.Erase job, Map<String, Optional<End>> moved)
      throws SQLException {
    try (PreparedStatement lines = open.prepareStatement("DELETE FROM line WHERE stream = ?");
        PreparedStatement head = open.prepareStatement("DELETE FROM stream WHERE id = ?")) {
      lines.setString(1, job.stream());
      lines.executeUpdate();
      head.setString(1, job.stream());
      boolean found = head.executeUpdate() > 0;
      moved.put(job.stream(), Optional.empty());
      erased |= found;
      return found;
    }
  }

  private static void insert(Connection open, String stream, byte[] before, List<Line> lines)
      throws SQLException {
    byte[] chain = before;
    try (PreparedStatement insert =
        open.prepareStatement(
            "INSERT INTO line (stream, seq, at, elapsed, type, payload, chain)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (Line line : lines) {
        chain = Chain.next(chain, line);
        insert.setString(1, stream);
        insert.setLong(2, line.seq());
        insert.setLong(3, Chain.nanos(line.at()));
        insert.setDouble(4, line.elapsedSeconds());
        insert.setString(5, line.type());
        insert.setBytes(6, Packing.pack(line.payload()));
        insert.setBytes(7, chain);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static End follow(String stream, End end, List<Line> lines) {
    long seq = end.seq();
    byte[] chain = end.chain();
    for (Line line : lines) {
      if (line.seq() != seq + 1) {
        throw new IllegalStateException(
            "stream " + stream + " ends with line " + seq + ", got line " + line.seq());
      }
      seq = line.seq();
      chain = Chain.next(chain, line);
    }
    return new End(seq, chain);
  }

  private Optional<End> end(Connection open, String stream, Map<String, Optional<End>> moved)
      throws SQLException {
    Optional<End> here = moved.get(stream);
    if (here != null) {
      return here;
    }
    End known = ends.get(stream);
    if (known != null) {
      return Optional.of(known);
    }
    try (PreparedStatement select =
        open.prepareStatement("SELECT head_seq, head_chain FROM stream WHERE id = ?")) {
      select.setString(1, stream);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new End(rows.getLong(1), rows.getBytes(2)))
            : Optional.empty();
      }
    }
  }

  private static Instant lastAt(List<Line> lines, Instant otherwise) {
    return lines.isEmpty() ? otherwise : lines.getLast().at();
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null || open.isClosed()) {
      open = source.getConnection();
      open.setAutoCommit(false);
      connection = open;
      ends.clear();
    }
    return open;
  }

  private void abandon() {
    Connection open = connection;
    connection = null;
    ends.clear();
    if (open != null) {
      try (open) {
        open.rollback();
      } catch (SQLException e) {
        // the commit's own failure is what the callers are told; this connection is gone either way
      }
    }
  }

  /// Erased lines leave their bytes in unused pages of the file; compacting rewrites it without.
  private void shutDown() {
    try (Connection open = connection();
        Statement statement = open.createStatement()) {
      statement.execute(erased ? "SHUTDOWN COMPACT" : "SHUTDOWN");
    } catch (SQLException e) {
      abandon();
    }
  }
}
