package dev.hotseat.live.migration;

import java.util.List;

/// The whole migration in a handful of statements on the table that everybody is using.
final class InPlaceAlter {
  private final Door operator;
  private final Ddl ddl;
  private final Layout layout;
  private final Serving serving;
  private final ProgressBar bar = new ProgressBar();

  InPlaceAlter(Door operator, Ddl ddl, Layout layout, Serving serving) {
    this.operator = operator;
    this.ddl = ddl;
    this.layout = layout;
    this.serving = serving;
  }

  Progress progress() {
    return bar.now();
  }

  String run() throws InterruptedException {
    List<String> statements =
        operator.on(connection -> Dialect.of(connection).alterInPlace(layout.nameColumn()));
    bar.during(() -> allOf(statements), "the statements before it stand");
    layout.becameNew();
    serving.auditNow();
    return "The table has the new columns; the old ones are gone.";
  }

  private int allOf(List<String> statements) throws InterruptedException {
    for (int done = 0; done < statements.size(); done++) {
      bar.at(done, statements.size());
      ddl.run(statements.get(done));
    }
    bar.full("");
    return statements.size();
  }
}
