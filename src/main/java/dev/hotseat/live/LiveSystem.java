package dev.hotseat.live;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.fault.FaultInForce;
import dev.hotseat.telemetry.LogLine;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Series;
import dev.hotseat.telemetry.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A running system: calls in, replies out; levers, faults, actions and instruments by message.
/// Records in, records out: nothing of the system's inside is shared with the caller.
public interface LiveSystem extends Target, AutoCloseable {
  /// What the system declares about itself.
  Design design();

  /// Handles one call. The trace id is the one of the call's `traceparent`, whose sampled flag
  /// keeps the trace; failures and refusals name it in the header `X-Trace-Id`.
  @Override
  Reply handle(Call call);

  /// The lever values in force.
  LeverValues levers();

  /// Changes levers at once, without losing the system's data.
  ///
  /// @throws Refusal when a name or value is not allowed; then nothing changed
  LeverValues change(Map<String, String> changes);

  /// Faults biting now.
  List<FaultInForce> faults();

  /// Starts a fault, or changes the intensity of one in force.
  ///
  /// @throws Refusal on an unknown name or an intensity outside the fault's range
  default FaultInForce startFault(String name, OptionalDouble intensity) {
    return startFault(name, intensity, true);
  }

  /// The same; the system's log is silent about one that is not told.
  FaultInForce startFault(String name, OptionalDouble intensity, boolean told);

  /// Stops a fault; nothing of it remains. Stopping what is not in force does nothing.
  ///
  /// @throws Refusal on an unknown name
  void stopFault(String name);

  /// Carries out an action of the design and says in one sentence what it did.
  ///
  /// @throws Refusal on an unknown action, or a wrong argument, named `arguments.<name>`
  String act(String action, Map<String, String> arguments) throws InterruptedException;

  /// Whether an action may be begun now that is to be carried out a while later.
  ///
  /// @throws Refusal as [#act] does
  void mayAct(String action, Map<String, String> arguments);

  /// What one of the system's own instruments shows now.
  ///
  /// @throws Refusal on an unknown sheet, or a wrong parameter, named `?<name>`
  Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException;

  /// Work of the system that takes a while, in the order in which it began.
  List<Jobs.Standing> jobs();

  /// Calls of one kind of traffic, `name` or `name@region`; see [Service#traffic].
  CallSource traffic(String traffic, Map<String, String> parameters);

  /// Closes the current second and returns its readings. Called once a second by the owner.
  Readings second();

  /// One figure over the last `seconds` seconds, at most an hour; see [Readings] for the keys.
  Series series(String key, int seconds);

  /// Kept traces, newest first: every slow or failed call, and a sample of the others.
  List<Trace> traces(TraceQuery query);

  /// One kept trace.
  Optional<Trace> trace(String traceId);

  /// Log lines, newest first.
  List<LogLine> logs(LogQuery query);

  /// Runs one read-only statement on the system's database as an unprivileged user.
  ///
  /// @throws SqlRefusal when the statement is not allowed, is wrong, or ran out of time
  Table sql(String statement) throws InterruptedException;

  /// All cumulative metrics as Prometheus text exposition.
  String prometheus();

  /// Rebuilds the system from its seed with the given lever values; stops all faults.
  void reset(LeverValues levers);

  @Override
  void close();

  /// Which traces to list.
  ///
  /// @param operation only this operation; empty for all
  /// @param failed only failed ones
  /// @param minMillis only calls that took at least this long
  /// @param limit at most this many, 1..500
  /// @param slowestFirst slowest first instead of newest first
  record TraceQuery(
      String operation, boolean failed, double minMillis, int limit, boolean slowestFirst) {}

  /// Which log lines to list.
  ///
  /// @param text case-insensitive part of message or part name; empty for all
  /// @param level only this level; empty for all
  /// @param traceId only this call; empty for all
  /// @param beforeSeq only older lines; `Long.MAX_VALUE` for the newest
  /// @param limit at most this many, 1..1000
  record LogQuery(String text, String level, String traceId, long beforeSeq, int limit) {}

  /// A query result.
  ///
  /// @param columns column names
  /// @param rows values as text, `null` shown as `NULL`
  /// @param truncated whether rows or bytes were cut at the limit
  /// @param tookNanos time in the database
  record Table(List<String> columns, List<List<String>> rows, boolean truncated, long tookNanos) {}

  /// A statement the SQL console does not run.
  final class SqlRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String expected;

    public SqlRefusal(String message, String expected) {
      super(message);
      this.expected = expected;
    }

    /// What would have been accepted.
    public String expected() {
      return expected;
    }
  }
}
