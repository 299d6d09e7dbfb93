package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Listing;
import dev.hotseat.live.migration.Progress.State;
import dev.hotseat.live.migration.Steps.Step;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the person on call can do to move the customers, and the instruments of it.
final class Moves {
  private static final double PER_CENT = 100;
  private static final String VERIFY = "verify";
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final World world;
  private final Doors doors;
  private final Layout layout;
  private final Steps steps;
  private final Errands errands;
  private final Serving serving;
  private final Ddl ddl;
  private final Backfill backfill;
  private final InPlaceAlter inPlaceAlter;
  private final BigCopy bigCopy;
  private final Verifier verifier;
  private final Repair repair;
  private final ShadowIndex shadowIndex;
  private final Scale scale;
  private final Pages pages;
  private volatile Pacing pacing = new Pacing(0, 1_000, false, true, true, 0);

  Moves(
      World world,
      Doors doors,
      Layout layout,
      Steps steps,
      Impact impact,
      WriteGate gate,
      Errands errands,
      Serving serving) {
    this.world = world;
    this.doors = doors;
    this.layout = layout;
    this.steps = steps;
    this.errands = errands;
    this.serving = serving;
    this.ddl = new Ddl(world, doors.operator());
    this.backfill = new Backfill(world, doors.copy(), serving, layout, pacing);
    this.inPlaceAlter = new InPlaceAlter(ddl, layout, serving);
    this.bigCopy = new BigCopy(doors.operator(), layout, serving);
    this.verifier = new Verifier(world, doors.check(), layout);
    this.repair = new Repair(world, doors.check(), layout);
    this.shadowIndex = new ShadowIndex(world, doors.operator(), gate);
    this.scale = new Scale(world, doors.operator(), layout);
    this.pages = new Pages(steps, impact, backfill, verifier, scale, doors.operator(), layout);
  }

  /// The moves of a system that has the hops for it.
  static Moves in(
      Kit kit,
      Layout layout,
      Steps steps,
      Impact impact,
      WriteGate gate,
      Errands errands,
      Serving serving) {
    return new Moves(
        kit.world(), HopDoor.doors(kit), layout, steps, impact, gate, errands, serving);
  }

  /// Begins to watch the tables and what is done to them, once there are some.
  void start(Kit kit) {
    kit.background("scale", scale::watch);
    kit.background("job-watch", new JobWatch(kit.world(), kit.jobs(), steps, measured())::watch);
  }

  private List<JobWatch.Source> measured() {
    return List.of(
        new JobWatch.Source(
            "backfill",
            "Customers are copied into the new table",
            "rows",
            List.of("start-backfill", "resume-backfill"),
            backfill::progress),
        new JobWatch.Source(
            "one-big-update",
            "All customers are copied in one transaction",
            "rows",
            List.of("one-big-update"),
            bigCopy::progress),
        new JobWatch.Source(
            "create-shadow-index",
            "A table with the index is filled behind the new one",
            "rows",
            List.of("create-shadow-index"),
            shadowIndex::progress),
        new JobWatch.Source(
            "alter-in-place",
            "The old table is built anew, several times over",
            "statements",
            List.of("alter-in-place"),
            inPlaceAlter::progress),
        new JobWatch.Source(
            "verify", "The two tables are compared", "rows", List.of(), verifier::progress));
  }

  void change(LeverValues levers) {
    change(Pacing.of(levers), levers.number("lock-timeout-for-ddl"));
  }

  void change(Pacing to, long lockMillis) {
    pacing = to;
    backfill.change(to);
    shadowIndex.pace(to.rowsPerSecond());
    ddl.lockTimeout(lockMillis);
  }

  /// A fault of this side begins.
  void suffer(String fault, double intensity) {
    if (fault.equals("backfill-dies")) {
      backfill.dieAt(intensity / PER_CENT);
    }
  }

  /// A fault of this side ends.
  void recover(String fault) {
    if (fault.equals("backfill-dies")) {
      backfill.dieAt(2);
    }
  }

  /// Carries out an action; empty where it is none of ours.
  Optional<String> act(String action, Map<String, String> arguments) throws InterruptedException {
    return Optional.ofNullable(
        switch (action) {
          case "alter-in-place" -> alterInPlace();
          case "create-new-table" -> errands.step(action, this::createNew);
          case "create-index-on-hot-table" -> errands.step(action, this::indexHotTable);
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
    require(layout.oldExists(), "the old table", "none");
    require(!layout.newExists(), "one table", "two");
    return errands.step("alter-in-place", inPlaceAlter::run);
  }

  private String createNew() throws InterruptedException {
    if (layout.newExists()) {
      return "It is there already.";
    }
    ddl.run(Schema.newTable(Schema.NEW));
    Backfill.createBooks(doors.operator());
    layout.newMade(true);
    return "The new table is there, empty.";
  }

  private String indexHotTable() throws InterruptedException {
    if (!layout.newExists()) {
      ddl.run("CREATE INDEX IF NOT EXISTS customers_country ON customers (country)");
      return "The old table has an index of countries.";
    }
    ddl.run("CREATE INDEX IF NOT EXISTS " + Schema.NEW_INDEX + " ON customers_new (email)");
    return "The new table has an index of e-mail addresses.";
  }

  private String shadowIndex() throws InterruptedException {
    requireNew();
    requireNoCopy();
    return errands.step("create-shadow-index", shadowIndex::run);
  }

  private String startBackfill() throws InterruptedException {
    requireBoth();
    requireNoCopy();
    return errands.step("start-backfill", () -> copied(backfill::runFromStart));
  }

  private String resumeBackfill() throws InterruptedException {
    requireBoth();
    if (backfill.underWay()) {
      backfill.unpause();
      return "Copying goes on.";
    }
    return errands.step("resume-backfill", () -> copied(backfill::runFromCheckpoint));
  }

  private String copied(Kit.Background copying) throws InterruptedException {
    copying.run();
    Progress now = backfill.progress();
    if (now.state() != State.DONE) {
      throw new HopFailure(500, new Why("process-died", "backfill", now.note()));
    }
    return "Copied %,d customers; %,d of them were new to the table."
        .formatted(backfill.copied(), backfill.written());
  }

  private String pauseBackfill() {
    require(backfill.underWay(), "copying under way", backfill.progress().state().text());
    backfill.pause();
    return "Copying stops after the chunk it is in.";
  }

  private String oneBigUpdate() throws InterruptedException {
    requireBoth();
    requireNoCopy();
    return errands.step("one-big-update", bigCopy::run);
  }

  private String verify(String how) throws InterruptedException {
    requireBoth();
    return errands.look(
        VERIFY,
        () -> {
          Parity found = verifier.verify(how);
          return found.agrees()
              ? "No difference between %,d customers.".formatted(found.compared())
              : "%,d customers differ: %s.".formatted(found.mismatches(), found.differing());
        });
  }

  private String repairMismatches() throws InterruptedException {
    requireBoth();
    require(
        verifier.last() != Parity.NEVER || errands.underWay(VERIFY),
        "a verification first",
        "none");
    return errands.step("repair-mismatches", this::repairAll);
  }

  private String repairAll() throws InterruptedException {
    while (errands.underWay(VERIFY)) {
      world.pause().sleepNanos(LOOK_AGAIN_NANOS);
    }
    Parity found = verifier.last();
    int repaired = repair.repair(found.examples());
    long more = found.mismatches() - found.examples().size();
    String rest = more > 0 ? " %,d more differ: verify again.".formatted(more) : "";
    return "Put %,d customers right.%s".formatted(repaired, rest);
  }

  private String dropOld() throws InterruptedException {
    require(layout.oldExists(), "the old table", "none");
    return errands.step(
        "drop-old",
        () -> {
          serving.auditNow();
          ddl.run("DROP TABLE customers");
          layout.oldGone();
          return "The old table is gone for good.";
        });
  }

  private String estimate() throws InterruptedException {
    Scale.Sizes sizes = scale.look();
    Progress now = backfill.progress();
    boolean measured = now.state() == State.RUNNING && now.perSecond() > 0;
    double rate =
        measured || pacing.rowsPerSecond() == 0 ? now.perSecond() : pacing.rowsPerSecond();
    return new Estimates(sizes.oldRows(), sizes.oldBytesARow(), rate).sentence();
  }

  /// Undoes the last step, where that is one of ours; empty where it is not.
  Optional<String> backOneStep() throws InterruptedException {
    Optional<Step> last = steps.lastStanding();
    return last.isPresent() ? back(last.get()) : Optional.of("There is nothing to undo.");
  }

  private Optional<String> back(Step step) throws InterruptedException {
    return switch (step.name()) {
      case "create-new-table" -> Optional.of(undone(step, this::dropNew));
      case "create-index-on-hot-table", "create-shadow-index" ->
          Optional.of(undone(step, this::dropIndexes));
      case "start-backfill", "resume-backfill", "one-big-update" ->
          Optional.of(undone(step, this::stopCopying));
      case "alter-in-place", "drop-old" ->
          throw new Refusal("action", "a step that can be undone", step.name());
      default -> Optional.empty();
    };
  }

  private static String undone(Step step, Errands.Task undoing) throws InterruptedException {
    String how = undoing.run();
    step.undone(how);
    return how;
  }

  private String dropNew() throws InterruptedException {
    layout.newMade(false);
    ddl.run("DROP TABLE customers_new");
    return "The new table is dropped.";
  }

  private String dropIndexes() throws InterruptedException {
    ddl.run("DROP INDEX IF EXISTS " + Schema.NEW_INDEX);
    ddl.run("DROP INDEX IF EXISTS customers_country");
    return "The index is dropped.";
  }

  private String stopCopying() throws InterruptedException {
    backfill.stop();
    return "Copying has stopped; what is copied stays, and nobody reads it.";
  }

  private void requireBoth() {
    require(layout.oldExists(), "the old table", "none");
    requireNew();
  }

  private void requireNew() {
    require(layout.newExists(), "a new table (create-new-table makes one)", "none");
  }

  private void requireNoCopy() {
    require(
        !backfill.underWay(),
        "no copying under way (it ends by itself, or by back-one-step)",
        "copying");
  }

  private static void require(boolean met, String expected, String got) {
    if (!met) {
      throw new Refusal("action", expected, got);
    }
  }

  /// How many steps and verifications are being carried out.
  int underWay() {
    return errands.underWay();
  }

  /// What moving customers adds to the gauges.
  Map<String, Double> gauges() {
    Scale.Sizes sizes = scale.last();
    Progress now = backfill.progress();
    Map<String, Double> gauges = new HashMap<>();
    gauges.put("rowsOld", (double) sizes.oldRows());
    gauges.put("rowsNew", (double) sizes.newRows());
    gauges.put("sizeMb", sizes.mb());
    gauges.put("backfillShare", now.share());
    gauges.put("backfillRowsPerSecond", now.state() == State.RUNNING ? now.perSecond() : 0);
    gauges.put("mismatches", (double) verifier.last().mismatches());
    return gauges;
  }

  /// A sheet, by name; empty where it is none of ours.
  Optional<Listing> sheet(String name) throws InterruptedException {
    return Optional.ofNullable(
        switch (name) {
          case "steps" -> pages.steps();
          case "backfill" -> pages.backfill();
          case "parity" -> pages.parity();
          case "mismatches" -> pages.mismatches();
          case "ddl" -> pages.ddl();
          case "rules" -> pages.rules();
          case "disk" -> pages.disk();
          default -> null;
        });
  }
}
