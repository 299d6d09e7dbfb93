package dev.hotseat.live.orders;

import dev.hotseat.live.Design.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Everything that the person on call can do. Each leaves a line in the audit; those that do more
/// than say something are watched for what follows from them.
final class Operations {
  /// Who does it.
  static final String ON_CALL = "on call";

  private final Map<String, Act> acts = new HashMap<>();
  private final Audit audit;
  private final Consequences consequences;
  private final FleetOperations fleet;
  private final ReleaseOperations releases;

  Operations(Scene scene, Doorkeeper doorkeeper, Audit audit, Consequences consequences) {
    this.audit = audit;
    this.consequences = consequences;
    this.fleet = new FleetOperations(scene);
    this.releases = new ReleaseOperations(scene);
    acts.putAll(releases.acts());
    acts.putAll(fleet.acts());
    acts.putAll(new CallOperations(scene, doorkeeper).acts());
    acts.putAll(new DatabaseOperations(scene).acts());
    acts.putAll(CrisisOperations.acts());
  }

  /// The actions of the design.
  static List<Action> actions() {
    return Stream.of(
            ReleaseOperations.actions(),
            FleetOperations.actions(),
            CallOperations.actions(),
            DatabaseOperations.actions(),
            CrisisOperations.actions())
        .flatMap(List::stream)
        .toList();
  }

  /// Whether it could be begun now, as far as that can be known beforehand.
  ///
  /// @throws dev.hotseat.exchange.Refusal when it could not
  void may(String action, Map<String, String> with) {
    fleet.may(action, with);
    releases.may(action, with);
  }

  /// Does it and says what was done.
  String act(String action, Map<String, String> with) throws InterruptedException {
    Act act = acts.get(action);
    if (act == null) {
      throw new IllegalArgumentException("no such action: " + action);
    }
    if (!CrisisOperations.onlySays(action)) {
      consequences.watch(action);
    }
    String done = act.by(with);
    audit.add(ON_CALL, action, with, done);
    return done;
  }
}
