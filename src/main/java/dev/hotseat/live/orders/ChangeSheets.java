package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design.Sheet;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What was changed, by whom and when: deploys, configuration, flags, and what was done in the
/// incident.
final class ChangeSheets {
  private static final String DEPLOY = "deploy";

  private final Releases releases;
  private final Config config;
  private final Flags flags;
  private final Audit audit;

  ChangeSheets(Scene scene, Audit audit) {
    this.releases = scene.releases();
    this.config = scene.config();
    this.flags = scene.flags();
    this.audit = audit;
  }

  static List<Sheet> sheets() {
    return List.of(
        new Sheet(
            "deploys",
            "Deploys",
            "What was deployed, newest first, ours and our neighbours'; with the diff of one",
            List.of(Parameter.text(DEPLOY, "whose diff, such as d-117", 20).usually(""))),
        new Sheet("config", "Configuration", "Values in force, and how they came to be"),
        new Sheet("flags", "Flags", "Switches in the code"),
        new Sheet("audit", "Audit", "What people did to the service, newest first"));
  }

  Map<String, Page> pages() {
    return Map.of(
        "deploys", this::deploys,
        "config", _ -> config(),
        "flags", _ -> flags(),
        "audit", _ -> audit());
  }

  private Listing deploys(Map<String, String> with) {
    Listing all =
        Listing.of(
            List.of("deploy", "at", "service", "version", "by", "what"),
            releases.all().reversed().stream()
                .map(each ->
                    List.of(
                        each.id(),
                        Figures.moment(each.at()),
                        each.service(),
                        each.ours() ? each.before().name() + " → " + each.after().name() : "",
                        each.who(),
                        each.summary())));
    String which = text(with, DEPLOY);
    return which.isEmpty() ? all : all.and(diff(which));
  }

  private String diff(String which) {
    List<Deploy> all = releases.all();
    return all.stream()
        .filter(each -> each.id().equals(which))
        .findFirst()
        .map(each -> each.diff().isEmpty() ? "No diff is kept of " + which + "." : each.diff())
        .orElseThrow(() ->
            new Refusal(
                "?" + DEPLOY,
                "one of " + String.join(", ", all.stream().map(Deploy::id).toList()),
                which));
  }

  private Listing config() {
    List<List<String>> rows = new ArrayList<>();
    for (Config.Change change : config.history().reversed()) {
      Setting setting = change.setting();
      rows.add(
          List.of(
              setting.key(),
              setting.written(change.before()),
              setting.written(change.after()),
              Figures.moment(change.at()),
              change.who(),
              change.why()));
    }
    StringBuilder inForce = new StringBuilder();
    for (Setting setting : Setting.values()) {
      inForce
          .append(setting.key())
          .append(" = ")
          .append(setting.written(config.number(setting)))
          .append('\n');
    }
    return Listing.of(List.of("setting", "was", "is", "since", "by", "why"), rows)
        .and(inForce.toString());
  }

  private Listing flags() {
    return Listing.of(
        List.of("flag", "state", "what for"),
        flags.all().stream()
            .map(each -> List.of(each.name(), each.on() ? "on" : "off", each.meaning())));
  }

  private Listing audit() {
    return Listing.of(
        List.of("at", "who", "action", "with", "outcome"),
        audit.lines().reversed().stream()
            .map(each ->
                List.of(
                    Figures.moment(each.at()),
                    each.who(),
                    each.action(),
                    each.arguments(),
                    each.outcome())));
  }
}
