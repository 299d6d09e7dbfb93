package dev.hotseat.live;

import dev.hotseat.fault.FaultKind;
import java.time.Duration;
import java.util.List;

/// A live system as it describes itself: what the page draws, the linter checks and the API lists.
///
/// @param name kebab case; scenario files name it as their `system`
/// @param parts where work happens
/// @param hops calls from one part to another
/// @param operations what a client can ask for
/// @param traffic kinds of calls the load generator can send, by name
/// @param levers design decisions that can be switched live
/// @param faults what can be broken
/// @param actions operations of the person on call
/// @param gauges extra readings, under `gauge/<name>`
/// @param oracles truths about past calls, under `oracle/<name>`; zero means nothing is wrong
///   unless the meaning says otherwise
/// @param regions regions a client can be in, first is the default; empty where it has none
public record Design(
    String name,
    List<Part> parts,
    List<HopPlan> hops,
    List<Operation> operations,
    List<Traffic> traffic,
    List<Lever> levers,
    List<FaultKind> faults,
    List<Action> actions,
    List<Measure> gauges,
    List<Measure> oracles,
    List<String> regions) {

  public Design {
    parts = List.copyOf(parts);
    hops = List.copyOf(hops);
    operations = List.copyOf(operations);
    traffic = List.copyOf(traffic);
    levers = List.copyOf(levers);
    faults = List.copyOf(faults);
    actions = List.copyOf(actions);
    gauges = List.copyOf(gauges);
    oracles = List.copyOf(oracles);
    regions = List.copyOf(regions);
  }

  /// A place where work happens.
  ///
  /// @param name such as `app.eu`
  /// @param kind what it is, for the picture
  /// @param slots how much it does at once; 0 is without bound
  public record Part(String name, Kind kind, int slots) {
    /// What a part is, for the picture.
    public enum Kind {
      CLIENT,
      EDGE,
      APP,
      CACHE,
      STORE,
      REPLICA,
      QUEUE,
      WORKER,
      PROVIDER
    }
  }

  /// A call from one part to another.
  ///
  /// @param from name of the calling part
  /// @param to name of the called part
  /// @param travel injected round trip; zero for parts of one machine
  /// @param patience how long a crossing may wait for a slot of the called part
  public record HopPlan(String from, String to, Duration travel, Duration patience) {
    /// `from>to`.
    public String name() {
      return from + ">" + to;
    }
  }

  /// Something a client can ask for.
  ///
  /// @param name such as `redirect`
  /// @param meaning one line
  /// @param method HTTP method
  /// @param path template, such as `/{code}`
  /// @param sampleBody body of a ready request, empty where there is none
  public record Operation(
      String name, String meaning, String method, String path, String sampleBody) {}

  /// A kind of calls that the load generator can send.
  ///
  /// @param name such as `redirect`; run results list operations by this name
  /// @param meaning one line
  public record Traffic(String name, String meaning) {}

  /// Something the person on call can do to the system.
  ///
  /// @param name such as `flush-cache`
  /// @param meaning one line
  /// @param takes how long it takes on the session's clock
  public record Action(String name, String meaning, Duration takes) {}

  /// A declared number.
  ///
  /// @param name such as `clicksBuffered`
  /// @param unit such as `rows`
  /// @param meaning one line
  public record Measure(String name, String unit, String meaning) {}
}
