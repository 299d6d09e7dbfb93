package dev.hotseat.api;

import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import dev.hotseat.testing.Server.Request;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/// All that somebody can read who looks for what was broken in a session: each route in each form,
/// each sheet, the slowest traces, the database's own views, the pages, and what is refused.
final class Exposure {
  private static final List<String> FORMS = List.of("json", "text", "html");
  private static final List<String> ROUTES =
      List.of(
          "",
          "/transcript",
          "/levers",
          "/load",
          "/runs",
          "/runs/1",
          "/metrics",
          "/metrics?keys=why/*,gauge/*,p99/*",
          "/traces?limit=500",
          "/traces?order=slowest&limit=500",
          "/logs?limit=1000",
          "/prometheus",
          "/faults",
          "/actions",
          "/sheets",
          "/jobs",
          "/events",
          "/export",
          "/report",
          "/replay");
  private static final List<String> VIEWS =
      List.of("SESSIONS", "LOCKS", "TABLES", "INDEXES", "TRIGGERS", "SETTINGS", "CONSTANTS");

  private final Opened opened;
  private final BiFunction<String, String, Request> as;
  private final StringBuilder all = new StringBuilder();

  private Exposure(Opened opened, BiFunction<String, String, Request> as) {
    this.opened = opened;
    this.as = as;
  }

  /// @param as a request to a path, made by whoever looks
  static String of(Opened opened, BiFunction<String, String, Request> as) {
    return new Exposure(opened, as).all();
  }

  private String all() {
    ROUTES.forEach(this::inEachForm);
    for (JsonNode each : names("/sheets")) {
      inEachForm("/sheets/" + each.path("name").asString());
    }
    for (JsonNode each : names("/traces?order=slowest&limit=20")) {
      inEachForm("/traces/" + each.path("traceId").asString());
    }
    for (String view : VIEWS) {
      read(as.apply("POST", below("/sql")).text("SELECT * FROM INFORMATION_SCHEMA." + view));
    }
    for (String wanted : List.of("{\"fault\":\"x\"}", "{\"fault\":\"x\",\"force\":true}")) {
      read(as.apply("POST", below("/faults")).json(wanted));
    }
    read(as.apply("DELETE", below("/faults/x")));
    for (String page : List.of("", "/report", "/replay")) {
      read(as.apply("GET", opened.path().replace("/api", "") + page));
    }
    read(as.apply("GET", "/api/scenarios/" + opened.json().path("scenario").asString()));
    read(as.apply("GET", "/prometheus"));
    return all.toString();
  }

  private String below(String path) {
    return opened.path() + path;
  }

  private void inEachForm(String path) {
    String separator = path.contains("?") ? "&" : "?";
    for (String form : FORMS) {
      read(
          as.apply("GET", below(path) + separator + "format=" + form)
              .header("Accept", form.equals("html") ? "text/html" : "application/json"));
    }
  }

  /// A list as it comes, be it bare or inside its answer.
  private Iterable<JsonNode> names(String path) {
    JsonNode answer =
        as.apply("GET", below(path)).header("Accept", "application/json").send().json();
    return answer.isArray() ? answer : answer.iterator().next();
  }

  private void read(Request request) {
    Answer answer = request.send();
    all.append(answer.response().headers().map()).append(answer.body());
  }
}
