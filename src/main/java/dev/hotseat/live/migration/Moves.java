package dev.hotseat.live.migration;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.migration.Progress.State;
import java.util.Map;
import java.util.Optional;

/// What the person on call can do to move the customers.
final class Moves {
  private static final String VERIFY = "verify";
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final Tools tools;
  private final Layout layout;
  private final Errands errands;
  private final Serving serving;
  private final Preconditions before;

  Moves(Tools tools, Layout layout, Errands errands, Serving serving) {
    this.tools = tools;
    this.layout = layout;
    this.errands = errands;
    this.serving = serving;
    this.before = new Preconditions(layout, tools.backfill());
  }

  /// Carries out an action; empty where it is none of ours.
  Optional<String> act(String action, Map<String, String> arguments) throws InterruptedException {
    return Optional.ofNullable(
        switch (action) {
          case "alter-in-place" -> alterInPlace();
          case "create-new-table" -> errands.step(action, this::createNew);
          case "create-index-on-hot-table" -> errands.step(action, this::indexHotTable);
          case "create-index-concurrently" -> indexConcurrently();
          case "create-shadow-index" -> shadowIndex();
          case "start-backfill" -> startBackfill();
          case "pause-backfill" -> pauseBackfill();
          case "resume-backfill" -> resumeBackfill();
          case "one-big-update" -> oneBigUpdate();
          case "verify" -> verify(arguments.getOrDefault("how", "checksums"));
          case "repair-mismatches" -> repairMismatches();
          case "drop-old" -> dropOld();
          case "estimate" -> estimate();
          default -> null;
        });
  }

  private String alterInPlace() throws InterruptedException {
    before.onlyOld();
    return errands.step("alter-in-place", tools.inPlaceAlter()::run);
  }

  private String createNew() throws InterruptedException {
    if (layout.newExists()) {
      return "It is there already.";
    }
    tools.ddl().run(Schema.newTable(Schema.NEW));
    Backfill.createBooks(tools.operator());
    layout.newMade(true);
    return "The new table is there, empty.";
  }

  private String indexHotTable() throws InterruptedException {
    boolean fresh = layout.newExists();
    tools.ddl().run("CREATE INDEX IF NOT EXISTS " + index(fresh) + " ON " + indexed(fresh));
    return hasIndex(fresh);
  }

  private String indexConcurrently() throws InterruptedException {
    boolean fresh = layout.newExists();
    String statement =
        tools
            .operator()
            .on(connection ->
                Dialect.of(connection).indexConcurrently(index(fresh), indexed(fresh)));
    return errands.step(
        "create-index-concurrently",
        () -> {
          tools.ddl().run(statement);
          return hasIndex(fresh);
        });
  }

  private static String index(boolean fresh) {
    return fresh ? Schema.NEW_INDEX : Schema.COUNTRY_INDEX;
  }

  private static String indexed(boolean fresh) {
    return fresh ? "customers_new (email)" : "customers (country)";
  }

  private static String hasIndex(boolean fresh) {
    return fresh
        ? "The new table has an index of e-mail addresses."
        : "The old table has an index of countries.";
  }

  private String shadowIndex() throws InterruptedException {
    before.target();
    before.noCopying();
    return errands.step("create-shadow-index", tools.shadowIndex()::run);
  }

  private String startBackfill() throws InterruptedException {
    before.both();
    before.noCopying();
    return errands.step("start-backfill", () -> copied(tools.backfill()::runFromStart));
  }

  private String resumeBackfill() throws InterruptedException {
    before.both();
    if (tools.backfill().underWay()) {
      tools.backfill().unpause();
      return "Copying goes on.";
    }
    return errands.step("resume-backfill", () -> copied(tools.backfill()::runFromCheckpoint));
  }

  private String copied(Kit.Background copying) throws InterruptedException {
    copying.run();
    Progress now = tools.backfill().progress();
    if (tools.backfill().stopped()) {
      throw Cancelled.failure();
    }
    if (now.state() != State.DONE) {
      throw new HopFailure(500, new Why("process-died", "backfill", now.note()));
    }
    return "Copied %,d customers; %,d of them were new to the table."
        .formatted(tools.backfill().copied(), tools.backfill().written());
  }

  private String pauseBackfill() {
    before.copying();
    tools.backfill().pause();
    return "Copying stops after the chunk it is in.";
  }

  private String oneBigUpdate() throws InterruptedException {
    before.both();
    before.noCopying();
    return errands.step("one-big-update", tools.bigCopy()::run);
  }

  private String verify(String how) throws InterruptedException {
    before.both();
    return errands.look(
        VERIFY,
        () -> {
          Parity found = tools.verifier().verify(how);
          return found.agrees()
              ? "No difference between %,d customers.".formatted(found.compared())
              : "%,d customers differ: %s.".formatted(found.mismatches(), found.differing());
        });
  }

  private String repairMismatches() throws InterruptedException {
    before.both();
    before.verified(tools.verifier().last() != Parity.NEVER || errands.underWay(VERIFY));
    return errands.step("repair-mismatches", this::repairAll);
  }

  private String repairAll() throws InterruptedException {
    while (errands.underWay(VERIFY)) {
      tools.pause(LOOK_AGAIN_NANOS);
    }
    Parity found = tools.verifier().last();
    if (found.ids().isEmpty() && !found.agrees()) {
      return "Nobody was put right: counting tells how many differ and not who."
          + " Verify by checksums or in full.";
    }
    int repaired = tools.repair().repair(found.ids());
    long more = found.mismatches() - found.ids().size();
    String rest = more > 0 ? " %,d more differ: verify again.".formatted(more) : "";
    return "Put %,d customers right.%s".formatted(repaired, rest);
  }

  private String dropOld() throws InterruptedException {
    before.old();
    return errands.step(
        "drop-old",
        () -> {
          serving.auditNow();
          tools.ddl().run("DROP TABLE customers");
          layout.oldGone();
          return "The old table is gone for good.";
        });
  }

  private String estimate() throws InterruptedException {
    Scale.Sizes sizes = tools.scale().look();
    Progress now = tools.backfill().progress();
    boolean measured = now.state() == State.RUNNING && now.perSecond() > 0;
    long planned = tools.pacing().rowsPerSecond();
    double rate = measured || planned == 0 ? now.perSecond() : planned;
    return new Estimates(sizes.oldRows(), sizes.oldBytesARow(), rate).sentence();
  }
}
