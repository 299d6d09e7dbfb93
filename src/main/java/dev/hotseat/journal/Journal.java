package dev.hotseat.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Append-only streams of lines. When a method that writes returns, what it wrote survives the
/// death of the process; when it throws, nothing of it was written.
///
/// Any number of threads may read and write. Each stream has one owner who counts its lines.
public interface Journal extends AutoCloseable {
  /// Opens the journal of a directory, creating both where they are missing.
  ///
  /// @throws JournalFailure when it is held by another process or cannot be read
  static Journal open(Path directory) {
    return new H2Journal("jdbc:h2:file:" + directory.toAbsolutePath().resolve("journal"));
  }

  /// Creates a stream together with its first lines.
  ///
  /// @param about what its owner keeps with the stream, as JSON; erased with it
  /// @throws IllegalStateException when there is a stream of that id
  void create(String stream, Instant at, String about, List<Line> lines);

  /// Appends lines, all or none.
  ///
  /// @throws IllegalStateException when there is no such stream, or the first line does not follow
  ///   its last one
  void append(String stream, List<Line> lines);

  /// Lines after the given seq, oldest first, each checked against the chain of the stream.
  ///
  /// @param limit at most this many
  /// @throws JournalFailure `DAMAGED`, naming the line that is not what was written
  List<Line> read(String stream, long afterSeq, int limit);

  /// All streams, oldest first.
  List<Head> streams();

  /// One stream.
  Optional<Head> head(String stream);

  /// Removes a stream with everything in it.
  ///
  /// @return whether there was one
  boolean erase(String stream);

  /// Writes what was handed in, then lets go of the files.
  @Override
  void close();
}
