package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.interview.FollowUpView;
import dev.hotseat.live.Design;
import dev.hotseat.live.Listing;
import dev.hotseat.live.LiveSystem.LogQuery;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scoring.Report;
import dev.hotseat.telemetry.LogLine;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Trace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One candidate's run of a scenario. Every method may be called from any thread; those that change
/// something return when it is durable, or throw a [SessionRefusal] and have changed nothing.
///
/// After the end everything that reads the journal goes on working; what needs the live system is
/// refused with `ENDED`.
public interface Session {
  /// Public name of the session.
  String id();

  /// The scenario it runs.
  Scenario scenario();

  /// What the live system declares about itself.
  Design design();

  /// Whether what the script has broken is now to be told to nobody at all: a practice session
  /// whose scenario conceals its faults, before its end.
  boolean conceals();

  /// How it stands.
  SessionView view();

  // The conversation

  /// Turns after the given seq; 0 for all.
  List<Turn> transcript(long afterSeq);

  /// Says something; returns this turn and what the interviewer said to it.
  List<Turn> answer(Answer answer);

  /// Asks for the next hint of the open question; returns the turns that followed.
  List<Turn> hint();

  // The design

  /// Every lever with its value in force.
  List<LeverView> levers();

  /// Changes levers; returns all of them.
  ///
  /// @param reason why, may be empty
  List<LeverView> change(Map<String, String> values, String reason, Role by);

  // Load

  /// Starts a run; one at a time.
  RunView startRun(RunRequest request, Role by);

  /// The run going on.
  Optional<RunView> currentRun();

  /// Stops the run going on and returns its result.
  RunView stopRun(Role by);

  /// All runs, oldest first, without their series.
  List<RunView> runs(Role by);

  /// One run.
  RunView run(int run, Role by);

  /// Two finished runs side by side.
  ComparisonView compare(int a, int b, Role by);

  // Faults and actions

  /// Faults that this role may know of: all for who leads, else those in force or allowed to the
  /// candidate.
  List<FaultView> faults(Role by);

  /// Starts a fault once the baseline holds.
  ///
  /// @param intensity absent for the usual one
  /// @param forced without waiting for the baseline; only for who leads
  FaultView startFault(String fault, @Nullable Double intensity, boolean forced, Role by);

  /// Stops a fault.
  FaultView stopFault(String fault, Role by);

  /// Carries out an action, or begins one that takes time: when that is over on the session's clock
  /// it is carried out. A reset forgets what was begun.
  Deed act(String action, Map<String, String> arguments, Role by);

  // Instruments; a candidate's look is kept in the journal, a polling page does not flood it

  /// Readings of the live system's last second; empty before the first.
  Optional<Readings> metrics(Role by);

  /// Kept traces.
  List<Trace> traces(TraceQuery query, Role by);

  /// One kept trace.
  Optional<Trace> trace(String traceId, Role by);

  /// Log lines.
  List<LogLine> logs(LogQuery query, Role by);

  /// One read-only statement on the live system's database.
  Table sql(String statement, Role by);

  /// What one of the system's own instruments shows.
  ///
  /// @param parameters as its design says; what is not given is as usual
  Listing sheet(String sheet, Map<String, String> parameters, Role by);

  /// Work on the system that takes a while: actions under way, then jobs of the system. Empty after
  /// the end.
  List<JobView> jobs();

  /// Readings over time.
  ///
  /// @param fromSeconds on the session's clock
  /// @param toSeconds on the session's clock
  Series series(Collection<String> keys, double fromSeconds, double toSeconds);

  /// The live system's metrics as Prometheus text exposition.
  String prometheus();

  // Clock and system

  /// Stops the clock.
  SessionView pause(String reason, Role by);

  /// Lets the clock go on.
  SessionView resume(Role by);

  /// Rebuilds the live system from its seed with the scenario's levers; stops faults and run.
  SessionView reset(Role by);

  /// Ends the session for good.
  SessionView end(Role by);

  // The interviewer's side

  /// Takes a note.
  ///
  /// @param by name of who takes it
  Entry note(String text, String by);

  /// The script's follow-ups, most urgent first: which could be asked now, and why.
  List<FollowUpView> followUps();

  /// Acts on a follow-up.
  SessionView steer(Steering steering, Role by);

  // The journal

  /// The report of everything so far, folded from the journal alone.
  Report report();

  /// Entries after the given seq, oldest first, as they are.
  List<Entry> entries(long afterSeq);

  /// The same as a role may see them: a candidate is not told what was heard, what the script broke
  /// or what the interviewer wrote down.
  List<Entry> entries(long afterSeq, Role by);

  /// The live end of the journal, after the given seq; 0 for all of it.
  Tail tail(long afterSeq);

  /// The same as a role may see it.
  Tail tail(long afterSeq, Role by);

  /// One call to the live system.
  Reply handle(Call call);
}
