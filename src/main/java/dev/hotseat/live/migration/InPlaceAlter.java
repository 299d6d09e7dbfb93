package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Progress.State;
import java.util.List;

/// The whole migration in a handful of statements on the table that everybody is using.
final class InPlaceAlter {
  private final Door operator;
  private final Ddl ddl;
  private final Layout layout;
  private final Serving serving;
  private volatile Progress progress = Progress.NONE;

  InPlaceAlter(Door operator, Ddl ddl, Layout layout, Serving serving) {
    this.operator = operator;
    this.ddl = ddl;
    this.layout = layout;
    this.serving = serving;
  }

  Progress progress() {
    return progress;
  }

  String run() throws InterruptedException {
    List<String> statements =
        operator.on(connection -> Dialect.of(connection).alterInPlace(layout.nameColumn()));
    progress = Progress.running(0, statements.size());
    try {
      for (String statement : statements) {
        ddl.run(statement);
        progress = Progress.running(progress.done() + 1, statements.size());
      }
    } finally {
      boolean all = progress.done() == statements.size();
      progress = progress.ended(all ? State.DONE : State.FAILED, "");
    }
    layout.becameNew();
    serving.auditNow();
    return "The table has the new columns; the old ones are gone.";
  }
}
