package dev.hotseat.session;

import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.session.LoadDesk.Order;
import dev.hotseat.session.SessionRefusal.Kind;
import dev.hotseat.session.Story.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session's load runs: starts them, and tells of those going on and of those in the journal.
final class RunRecords {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecords.class);

  private final Core core;
  private final Instruments instruments;
  private final Map<Integer, RunView> read = new ConcurrentHashMap<>();

  RunRecords(Core core, Instruments instruments) {
    this.core = core;
    this.instruments = instruments;
  }

  /// Starts a run. Only inside [Core#ask].
  RunView start(RunRequest request, String by) {
    Story story = core.story();
    if (story.running().isPresent()) {
      throw new SessionRefusal(
          Kind.RUN_GOING_ON, "Run " + story.runs().size() + " is going on; one at a time.");
    }
    Order order = core.desk().order(request, story.runs().size() + 1, by);
    core.desk().start(order, core.live(), this::over);
    try {
      core.write(order.started());
    } catch (SessionRefusal notKept) {
      core.desk().abandon();
      throw notKept;
    }
    return current().orElseThrow();
  }

  private void over(RunView run) {
    try {
      core.ask(() -> {
        Optional<Attempt> going =
            core.story().running().filter(each -> each.started().run() == run.run());
        return going.isEmpty() || core.isClosed()
            ? List.of()
            : core.write(RunViews.finished(run, core.codec()));
      });
    } catch (SessionRefusal notKept) {
      LOG.atWarn()
          .addKeyValue("run", run.run())
          .addKeyValue("why", notKept.kind())
          .log("run not kept");
    }
  }

  Optional<RunView> current() {
    return core.story()
        .running()
        .flatMap(each -> core.desk().progress().map(now -> RunViews.going(each, now)));
  }

  RunView stop() {
    int going =
        core.story()
            .running()
            .orElseThrow(() -> new SessionRefusal(Kind.NO_RUN, "No run is going on."))
            .started()
            .run();
    core.desk().stop();
    return view(attempt(going));
  }

  List<RunView> all(Role by) {
    instruments.looked("runs", "", by);
    List<RunView> all = new ArrayList<>();
    for (Attempt each : core.story().runs()) {
      all.add(RunViews.withoutSeries(view(each)));
    }
    return all;
  }

  RunView one(int run, Role by) {
    RunView found = view(attempt(run));
    instruments.looked("runs", "run " + run, by);
    return found;
  }

  ComparisonView compare(int a, int b, Role by) {
    Attempt first = finished(a);
    Attempt second = finished(b);
    instruments.looked("compare", a + " with " + b, by);
    return RunViews.compared(first, view(first), second, view(second));
  }

  private Attempt finished(int run) {
    Attempt found = attempt(run);
    if (found.finished() == null) {
      throw new SessionRefusal(Kind.RUN_GOING_ON, "Run " + run + " is still going on.");
    }
    return found;
  }

  private Attempt attempt(int run) {
    return core.story().runs().stream()
        .filter(each -> each.started().run() == run)
        .findFirst()
        .orElseThrow(() -> new SessionRefusal(Kind.NOT_FOUND, "There is no run " + run + "."));
  }

  private RunView view(Attempt attempt) {
    RunFinished finished = attempt.finished();
    if (finished != null) {
      return read.computeIfAbsent(
          finished.run(), _ -> core.codec().read(finished.result(), RunView.class));
    }
    Optional<RunView> going = core.desk().progress().map(now -> RunViews.going(attempt, now));
    return going.orElseGet(() -> ended(attempt(attempt.started().run())));
  }

  /// What was going on when its record was read, and is not any more.
  private RunView ended(Attempt attempt) {
    return attempt.finished() == null
        ? RunViews.lost(attempt.started(), attempt.at())
        : view(attempt);
  }
}
