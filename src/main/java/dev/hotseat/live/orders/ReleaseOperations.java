package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Parameter;
import dev.hotseat.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/// What can be done with versions and flags.
final class ReleaseOperations {
  private static final String DEPLOY = "deploy";
  private static final String FLAG = "flag";
  private static final Parameter WHICH =
      Parameter.text(DEPLOY, "its id in the deploy history, such as d-117", 20);

  private final Fleet fleet;
  private final Releases releases;
  private final Flags flags;
  private final Dice dice;
  private final AtomicInteger hotfixes = new AtomicInteger();

  ReleaseOperations(Scene scene) {
    this.fleet = scene.fleet();
    this.releases = scene.releases();
    this.flags = scene.flags();
    this.dice = scene.kit().world().dice();
  }

  static List<Action> actions() {
    return List.of(
        new Action(
            "roll-back",
            "Go back to what ran before a deploy; what came after it goes too",
            Duration.ofSeconds(30),
            List.of(WHICH)),
        new Action(
            "push-hotfix",
            "Write, build and deploy a change that mends a deploy, without its usual tests",
            Duration.ofSeconds(90),
            List.of(WHICH)),
        new Action(
            "set-flag",
            "Turn a flag on or off everywhere",
            Duration.ofSeconds(2),
            List.of(Parameter.text(FLAG, "its name in the list of flags", 60), Words.state())));
  }

  Map<String, Act> acts() {
    return Map.of("roll-back", this::rollBack, "push-hotfix", this::hotfix, "set-flag", this::flag);
  }

  /// Whether it could be begun now.
  ///
  /// @throws Refusal when it could not
  void may(String action, Map<String, String> with) {
    switch (action) {
      case "roll-back" -> {
        Deploy _ = releases.find(text(with, DEPLOY));
      }
      case "push-hotfix" -> {
        Deploy _ = ours(with);
      }
      default -> {
        // an unknown flag is refused at once, since turning one takes no time worth the name
      }
    }
  }

  private String rollBack(Map<String, String> with) {
    String id = text(with, DEPLOY);
    Deploy back = releases.rollBack(id);
    if (!back.ours()) {
      return "Rolled back " + id + " of " + back.service() + ".";
    }
    fleet.run(back.after());
    return "Rolled back %s: every instance runs %s.".formatted(id, back.after().name());
  }

  /*
   * A hotfix does away with what the deploy brought. Whether the person who wrote it at night broke
   * something else on the way is drawn once for each hotfix of the session.
   */
  private String hotfix(Map<String, String> with) {
    Deploy mended = ours(with);
    Set<Trait> gone = new TreeSet<>(mended.after().traits());
    gone.removeAll(mended.before().traits());
    boolean slipped = dice.pick("hotfix-" + hotfixes.getAndIncrement(), 2) == 0;
    Deploy hotfix =
        releases.mend(
            Operations.ON_CALL,
            "Hotfix for " + mended.id(),
            "",
            gone,
            slipped ? Set.of(Trait.UNTESTED) : Set.of());
    fleet.run(hotfix.after());
    return "Deployed %s as %s on every instance.".formatted(hotfix.after().name(), hotfix.id());
  }

  private Deploy ours(Map<String, String> with) {
    Deploy mended = releases.find(text(with, DEPLOY));
    if (!mended.ours()) {
      throw new Refusal("arguments.deploy", "a deploy of " + Releases.OURS, mended.service());
    }
    return mended;
  }

  private String flag(Map<String, String> with) {
    Flags.Flag turned = flags.set(text(with, FLAG), Words.on(with));
    return turned.name() + " is " + (turned.on() ? "on." : "off.");
  }
}
