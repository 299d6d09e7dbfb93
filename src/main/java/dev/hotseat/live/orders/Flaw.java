package dev.hotseat.live.orders;

import java.time.Duration;
import java.util.Set;

/// A release of ours that brought something nobody noticed in the review. What it does to the
/// service is in the code that asks for the trait; what takes it away is another version.
///
/// @param burden what it trips over
/// @param amount how much there is of that
/// @param flag a switch that the team put before the new path; empty for none
record Flaw(
    String name,
    boolean hurts,
    Trait trait,
    Burden burden,
    Amount amount,
    String who,
    String summary,
    String diff,
    String flag)
    implements Cause {

  /// How much there has to be of a burden for a flaw to be felt so heavily.
  @FunctionalInterface
  interface Amount {
    double of(Scene scene, Size size);
  }

  @Override
  public void begin(Scene scene, Size size) {
    scene.burdens().set(burden, amount.of(scene, size));
    Releases releases = scene.releases();
    if (releases.current().has(trait)) {
      return;
    }
    if (!flag.isEmpty()) {
      scene.flags().declare(new Flags.Flag(flag, summary, true, Set.of(trait)));
    }
    Deploy _ = releases.ship(ago(scene), who, summary, diff, Set.of(trait));
    scene.fleet().run(releases.current());
  }

  private Duration ago(Scene scene) {
    return Duration.ofMinutes(4 + scene.kit().world().dice().pick("release-minutes", 20));
  }

  @Override
  public void end(Scene scene) {
    scene.burdens().usual(burden);
    Releases releases = scene.releases();
    if (releases.current().has(trait)) {
      Deploy _ = releases.mend("release-robot", "Revert: " + summary, "", Set.of(trait), Set.of());
      scene.fleet().run(releases.current());
    }
    if (!flag.isEmpty()) {
      scene.flags().remove(flag);
    }
  }
}
