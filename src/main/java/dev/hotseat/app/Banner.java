package dev.hotseat.app;

import dev.hotseat.api.access.HostKey;
import dev.hotseat.api.access.Premises;
import dev.hotseat.scenario.Problem;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/// Says where the server is and how to begin, once it can be called.
@Singleton
final class Banner implements ApplicationEventListener<ServerStartupEvent> {
  private static final int PROBLEMS_SHOWN = 5;

  private final Scenarios scenarios;
  private final Folders folders;
  private final Premises premises;
  private final HostKey hostKey;

  Banner(Scenarios scenarios, Folders folders, Premises premises, HostKey hostKey) {
    this.scenarios = scenarios;
    this.folders = folders;
    this.premises = premises;
    this.hostKey = hostKey;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    String origin =
        event.getSource().getScheme()
            + "://"
            + (premises.loopback() ? event.getSource().getHost() : "localhost")
            + ":"
            + event.getSource().getPort();
    System.out.println(text(origin, scenarios.all()));
  }

  String text(String origin, List<Found> found) {
    StringBuilder text = new StringBuilder();
    text.append("\nHotseat listens at ").append(origin).append('\n');
    text.append("  journals in   ")
        .append(folders.data().toAbsolutePath().normalize())
        .append('\n');
    text.append("  scenarios in  ").append(folders.scenarios().toAbsolutePath().normalize());
    text.append('\n').append(catalogue(found));
    text.append(key()).append(begin(origin, found));
    return text.toString();
  }

  private static String catalogue(List<Found> found) {
    if (found.isEmpty()) {
      return "  no scenario found there: set HOTSEAT_SCENARIOS to the folder that holds them\n";
    }
    StringBuilder text = new StringBuilder();
    for (Found each : found) {
      switch (each) {
        case Found.Sound(var scenario, var problems) ->
            text.append("    ")
                .append(scenario.name())
                .append(": ")
                .append(scenario.title())
                .append(problems.isEmpty() ? "\n" : " (" + problems.size() + " warnings)\n");
        case Found.Broken(var name, var problems) -> broken(text, name, problems);
      }
    }
    return text.toString();
  }

  private static void broken(StringBuilder text, String name, List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    text.append("    ").append(name).append(": not playable, ").append(errors.size());
    text.append(errors.size() == 1 ? " error\n" : " errors\n");
    errors.stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> text.append("      ").append(problem.text()).append('\n'));
    if (errors.size() > PROBLEMS_SHOWN) {
      text.append("      … and ").append(errors.size() - PROBLEMS_SHOWN).append(" more\n");
    }
  }

  private String key() {
    if (premises.loopback()) {
      return "";
    }
    return hostKey.drawn()
        ? "  host key, drawn for this start: "
            + hostKey.text()
            + "\n  (set HOTSEAT_HOST_KEY to keep one)\n"
        : "  host key: as set in HOTSEAT_HOST_KEY\n";
  }

  private String begin(String origin, List<Found> found) {
    String playable =
        found.stream()
            .filter(Found.Sound.class::isInstance)
            .map(Found::name)
            .findFirst()
            .orElse("url-shortener");
    String key = premises.loopback() ? "" : "-H \"Authorization: Bearer $HOTSEAT_HOST_KEY\" ";
    return """

    To begin, in another terminal:
      curl -s '%1$s/api/scenarios/%2$s?format=text'
      curl -s %3$s'%1$s/api/sessions?format=text' -d %2$s
    The second opens a session and prints what to type next. All routes: %1$s/docs
    """
        .formatted(origin, playable, key);
  }
}
