package dev.hotseat.journal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

/// A process that writes to several streams for as long as it lives and says, line by line, what
/// the journal acknowledged.
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int writers = Integer.parseInt(args[1]);
    Journal journal = Journal.open(Path.of(args[0]));
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < writers; writer++) {
        String stream = "s" + writer;
        crew.submit(() -> write(journal, stream, out));
      }
    }
  }

  private static void write(Journal journal, String stream, PrintStream out) {
    long seq = journal.head(stream).map(Head::lastSeq).orElse(0L);
    if (seq == 0) {
      journal.create(stream, Instant.EPOCH, "{}", List.of());
    }
    while (true) {
      journal.append(stream, List.of(line(++seq), line(++seq)));
      out.println(stream + " " + seq);
    }
  }

  static Line line(long seq) {
    return new Line(seq, Instant.ofEpochSecond(seq), seq, "counted", "{\"seq\":" + seq + "}");
  }
}
