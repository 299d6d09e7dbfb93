package dev.hotseat.live;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.fault.FaultKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
/// @param sheets read-only instruments of its own
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
    List<String> regions,
    List<Sheet> sheets) {

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
    sheets = List.copyOf(sheets);
  }

  /// One without instruments of its own.
  public Design(
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
    this(
        name,
        parts,
        hops,
        operations,
        traffic,
        levers,
        faults,
        actions,
        gauges,
        oracles,
        regions,
        List.of());
  }

  /// The sheet of that name.
  ///
  /// @throws Refusal when there is none
  public Sheet sheet(String sheet) {
    return sheets.stream()
        .filter(each -> each.name().equals(sheet))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                "sheet",
                "one of " + String.join(", ", sheets.stream().map(Sheet::name).toList()),
                sheet));
  }

  /// The action of that name.
  ///
  /// @throws Refusal when there is none
  public Action action(String name) {
    return actions.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                "action",
                "one of " + String.join(", ", actions.stream().map(Action::name).toList()),
                name));
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
  /// @param takes how long it takes on the session's clock; zero where the system itself takes its
  ///   time, or it takes none
  /// @param parameters what it is told
  /// @param irreversible what cannot be undone afterwards, one sentence; empty where all can. Such
  ///   an action is carried out only with the argument `confirm=yes`
  public record Action(
      String name,
      String meaning,
      Duration takes,
      List<Parameter> parameters,
      String irreversible) {
    /// The argument that says one means it.
    public static final String CONFIRM = "confirm";

    private static final String ARGUMENTS = "arguments.";

    public Action {
      parameters = List.copyOf(parameters);
    }

    /// One that is told nothing and can be undone.
    public Action(String name, String meaning, Duration takes) {
      this(name, meaning, takes, List.of(), "");
    }

    /// One that can be undone.
    public Action(String name, String meaning, Duration takes, List<Parameter> parameters) {
      this(name, meaning, takes, parameters, "");
    }

    /// Arguments once more given as they were, by who had confirmed them.
    public Map<String, String> confirmed(Map<String, String> arguments) {
      Map<String, String> all = new LinkedHashMap<>(arguments);
      if (!irreversible.isEmpty()) {
        all.put(CONFIRM, "yes");
      }
      return all;
    }

    /// The arguments as the system gets them: every parameter with its value, in canonical
    /// spelling.
    ///
    /// @throws Refusal on a wrong or missing argument, named `arguments.<name>`
    public Map<String, String> arguments(Map<String, String> given) {
      Map<String, String> rest = new LinkedHashMap<>(given);
      String confirmed = irreversible.isEmpty() ? "yes" : rest.remove(CONFIRM);
      Map<String, String> complete = Parameter.complete(parameters, rest, ARGUMENTS);
      if (!"yes".equals(confirmed)) {
        throw new Refusal(
            ARGUMENTS + CONFIRM,
            "yes, because this cannot be undone (" + irreversible + ")",
            confirmed == null ? "nothing" : confirmed);
      }
      return complete;
    }
  }

  /// An instrument that only this system has: read-only, a table and words. See [Service#sheet].
  ///
  /// @param name kebab case, such as `locks`
  /// @param title such as `Locks`
  /// @param meaning one line
  /// @param parameters what it is told; each with a usual value, so that it can be opened as it is
  public record Sheet(String name, String title, String meaning, List<Parameter> parameters) {
    public Sheet {
      parameters = List.copyOf(parameters);
    }

    /// One that is told nothing.
    public Sheet(String name, String title, String meaning) {
      this(name, title, meaning, List.of());
    }

    /// The parameters as the system gets them: each with its value, in canonical spelling.
    ///
    /// @throws Refusal on a wrong or missing one, named `?<name>`
    public Map<String, String> parameters(Map<String, String> given) {
      return Parameter.complete(parameters, given, "?");
    }
  }

  /// A declared number.
  ///
  /// @param name such as `clicksBuffered`
  /// @param unit such as `rows`
  /// @param meaning one line
  public record Measure(String name, String unit, String meaning) {}
}
