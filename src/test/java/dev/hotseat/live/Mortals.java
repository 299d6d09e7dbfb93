package dev.hotseat.live;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A system of one process that dies when asked to, before or after it has committed.
final class Mortals implements Blueprint {
  private static final Design DESIGN =
      new Design(
          "mortals",
          List.of(
              new Part("client", Kind.CLIENT, 0),
              new Part("app", Kind.APP, 0),
              new Part("store", Kind.STORE, 2)),
          List.of(hop("client", "app"), hop("app", "store")),
          List.of(new Design.Operation("ask", "Ask", "GET", "/{what}", "")),
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new Design.Action(
                  "kill",
                  "Kill the process",
                  Duration.ZERO,
                  List.of(
                      Parameter.number("millis", "down for", 0, 10_000_000, "ms").usually("1")))),
          List.of(),
          List.of(),
          List.of());

  LiveSystem system() {
    return LiveSystems.of(List.of(this), SystemLimits.USUAL)
        .build("mortals", World.real(1), LeverValues.initial(List.of()));
  }

  static Reply ask(LiveSystem system) {
    return send(system, "/hello");
  }

  static Reply send(LiveSystem system, String path) {
    return system.handle(Call.get(path, Map.of(), System.nanoTime()));
  }

  static void kill(LiveSystem system, Duration down) {
    try {
      system.act("kill", Map.of("millis", Long.toString(down.toMillis())));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HopPlan hop(String from, String to) {
    return new HopPlan(from, to, Duration.ZERO, Duration.ofSeconds(1));
  }

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    try {
      kit.store().aside(connection -> run(connection, "CREATE TABLE done (name VARCHAR(20))"));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Mortal(kit);
  }

  private static boolean run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static final class Mortal implements Service {
    private final Kit kit;
    private final Node app;

    Mortal(Kit kit) {
      this.kit = kit;
      this.app = kit.node("app");
    }

    @Override
    public String operation(Visit visit) {
      return "ask";
    }

    @Override
    public Reply serve(Visit visit) throws InterruptedException {
      return kit.hop("client>app").cross(visit, () -> answer(visit));
    }

    private Reply answer(Visit visit) throws InterruptedException {
      Optional<String> name =
          switch (visit.call().path()) {
            case "/commit-then-die" -> Optional.of("first");
            case "/die-then-commit" -> Optional.of("second");
            default -> Optional.empty();
          };
      if (name.isPresent()) {
        kit.store().query(kit.hop("app>store"), visit, connection -> written(connection, name));
      }
      return Reply.json(200, "{}");
    }

    private boolean written(Connection connection, Optional<String> name)
        throws SQLException, InterruptedException {
      connection.setAutoCommit(false);
      run(connection, "INSERT INTO done VALUES ('" + name.orElseThrow() + "')");
      if (name.equals(Optional.of("first"))) {
        connection.commit();
      }
      app.kill(Duration.ofMillis(1));
      kit.world().pause().sleepNanos(60_000_000_000L);
      connection.commit();
      return true;
    }

    @Override
    public void change(LeverValues levers) {}

    @Override
    public void suffer(String fault, double intensity) {}

    @Override
    public void recover(String fault) {}

    @Override
    public String act(String action, Map<String, String> arguments) {
      app.kill(Duration.ofMillis(Long.parseLong(arguments.getOrDefault("millis", "1"))));
      return "Killed it.";
    }

    @Override
    public Map<String, Double> gauges() {
      return Map.of();
    }

    @Override
    public Map<String, Double> oracles() {
      return Map.of();
    }

    @Override
    public CallSource traffic(String traffic, Map<String, String> parameters) {
      throw new IllegalArgumentException(traffic);
    }

    @Override
    public void close() {}
  }
}
