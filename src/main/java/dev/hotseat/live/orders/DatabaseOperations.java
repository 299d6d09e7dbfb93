package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What can be done at the database and about its jobs.
final class DatabaseOperations {
  private static final String TABLE = "table";
  private static final String COLUMNS = "columns";
  private static final String ID = "id";
  private static final String REPAIR = "repair";

  private final Warehouse warehouse;

  DatabaseOperations(Scene scene) {
    this.warehouse = scene.warehouse();
  }

  static List<Action> actions() {
    return List.of(
        new Action(
            "create-index",
            "Build an index; statements on the table wait for as long as it takes",
            Duration.ZERO,
            List.of(
                Parameter.text(TABLE, "of which table, such as orders", 40),
                Parameter.text(COLUMNS, "on which columns, such as customer, id desc", 120))),
        new Action(
            "kill-query",
            "End a session of the database and roll back what it has not committed",
            Duration.ofSeconds(1),
            List.of(Parameter.text(ID, "its id in the list of statements", 12))),
        new Action(
            "stop-batch",
            "Stop the job of the night that runs; a round it has begun is finished",
            Duration.ofSeconds(2)),
        new Action(
            "run-repair",
            "Run a prepared change of the data; what it touches is backed up first",
            Duration.ofSeconds(5),
            List.of(
                Parameter.choice(REPAIR, meanings(), List.copyOf(Repairs.meanings().keySet())))));
  }

  private static String meanings() {
    StringBuilder meanings = new StringBuilder();
    Repairs.meanings()
        .forEach((name, meaning) ->
            meanings.append(meanings.isEmpty() ? "" : " · ").append(name + ": " + meaning));
    return meanings.toString();
  }

  Map<String, Act> acts() {
    return Map.of(
        "create-index",
            with -> warehouse.views().createIndex(text(with, TABLE), text(with, COLUMNS)),
        "kill-query", with -> warehouse.views().kill(text(with, ID)),
        "stop-batch", _ -> stopBatch(),
        "run-repair", with -> warehouse.repairs().run(text(with, REPAIR)));
  }

  private String stopBatch() {
    return warehouse.night().stop()
        ? "The stock recount was stopped; it can be run again by day."
        : "No job was running that could be stopped.";
  }
}
