package dev.hotseat.journal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Something the writer thread is asked to write; its future completes when that is on disk.
sealed interface Job {
  String stream();

  CompletableFuture<Boolean> done();

  record Create(
      String stream, Instant at, String about, List<Line> lines, CompletableFuture<Boolean> done)
      implements Job {}

  record Append(String stream, List<Line> lines, CompletableFuture<Boolean> done) implements Job {}

  record Erase(String stream, CompletableFuture<Boolean> done) implements Job {}

  /// The last job of all.
  record Stop(CompletableFuture<Boolean> done) implements Job {
    @Override
    public String stream() {
      return "";
    }
  }
}
