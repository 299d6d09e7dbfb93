package dev.hotseat.live.migration;

import dev.hotseat.live.Jobs;
import dev.hotseat.live.Jobs.Job;
import dev.hotseat.live.Kit;
import dev.hotseat.live.migration.Steps.Step;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Shows whatever takes long: with a measure of how far it has come where there is one, and any
/// other step as one piece.
final class JobWatch {
  private static final long EVERY_NANOS = 100_000_000;

  private final World world;
  private final Jobs jobs;
  private final Steps steps;
  private final List<Source> sources;
  private final Map<String, Job> shown = new HashMap<>();
  private final Map<Step, Job> pieces = new HashMap<>();

  JobWatch(World world, Jobs jobs, Steps steps, List<Source> sources) {
    this.world = world;
    this.jobs = jobs;
    this.steps = steps;
    this.sources = List.copyOf(sources);
  }

  /// A watch over all that is done in a migration.
  static JobWatch over(Tools tools, Rolling rolling, Kit kit, Steps steps) {
    return new JobWatch(kit.world(), kit.jobs(), steps, sources(tools, rolling));
  }

  private static List<Source> sources(Tools tools, Rolling rolling) {
    return List.of(
        new Source(
            "backfill",
            "Customers are copied into the new table",
            "rows",
            List.of("start-backfill", "resume-backfill"),
            tools.backfill()::progress),
        new Source(
            "one-big-update",
            "All customers are copied in one transaction",
            "rows",
            List.of("one-big-update"),
            tools.bigCopy().bar()::now),
        new Source(
            "create-shadow-index",
            "A table with the index is filled behind the new one",
            "rows",
            List.of("create-shadow-index"),
            tools.shadowIndex().bar()::now),
        new Source(
            "alter-in-place",
            "The old table is built anew, several times over",
            "statements",
            List.of("alter-in-place"),
            tools.inPlaceAlter()::progress),
        new Source(
            "verify",
            "The two tables are compared",
            "rows",
            List.of(),
            tools.verifier().bar()::now),
        new Source(
            "repair-mismatches",
            "Who differs is put right, one customer at a time",
            "customers",
            List.of("repair-mismatches"),
            tools.repair().bar()::now),
        new Source(
            "roll-instances",
            "The instances are replaced one after another",
            "instances",
            List.of(
                "roll-instances v1",
                "roll-instances v2",
                "rename-column",
                "back from roll-instances v1",
                "back from roll-instances v2",
                "back from rename-column"),
            rolling::progress));
  }

  /// Looks again and again, until the system ends.
  void watch() throws InterruptedException {
    while (true) {
      sources.forEach(this::show);
      steps.all().forEach(this::show);
      world.pause().sleepNanos(EVERY_NANOS);
    }
  }

  private void show(Source source) {
    Progress now = source.progress().get();
    Job job = shown.get(source.name());
    if (job == null) {
      if (now.total() > 0 && now.state().goesOn()) {
        job = jobs.start(source.name(), source.meaning(), source.unit(), now.total());
        shown.put(source.name(), job);
      } else {
        return;
      }
    }
    tell(job, now);
    if (!now.state().goesOn()) {
      shown.remove(source.name());
    }
  }

  private static void tell(Job job, Progress now) {
    if (now.total() > 0) {
      job.total(now.total());
      job.progress(now.done());
    }
    switch (now.state()) {
      case RUNNING, WAITING -> {
        job.resume();
        job.note(now.note());
      }
      case PAUSED -> job.pause();
      case DONE -> job.done(now.note());
      case CANCELLED -> job.cancelled(now.note());
      case IDLE, DEAD, FAILED -> job.failed(now.note());
    }
  }

  private void show(Step step) {
    boolean measured = sources.stream().anyMatch(source -> source.steps().contains(step.name()));
    if (step.running() && !measured && !pieces.containsKey(step)) {
      pieces.put(step, jobs.start(step.name(), "A step of the migration", "steps", 1));
    }
    if (!step.running()) {
      Job job = pieces.remove(step);
      if (job != null && step.state() == Steps.State.DONE) {
        job.done(step.did());
      } else if (job != null) {
        job.failed(step.did());
      }
    }
  }

  /// Something whose progress can be measured.
  ///
  /// @param steps the steps that it is the measure of
  record Source(
      String name, String meaning, String unit, List<String> steps, Supplier<Progress> progress) {}
}
