package dev.hotseat.live;

import dev.hotseat.world.World;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Builds live systems from the blueprints that were found.
public interface LiveSystems {
  /// Systems from the given blueprints, without injection.
  static LiveSystems of(Collection<Blueprint> blueprints, SystemLimits limits) {
    return of(blueprints, limits, PostgresServer.NONE);
  }

  /// The same, with a server of PostgreSQL on which those that offer the choice may be kept.
  static LiveSystems of(
      Collection<Blueprint> blueprints, SystemLimits limits, PostgresServer postgres) {
    return new FoundSystems(blueprints, limits, postgres);
  }

  /// Names of the blueprints.
  Set<String> names();

  /// What a blueprint declares.
  Optional<Design> design(String name);

  /// Builds a running system.
  ///
  /// @param name a blueprint's name
  /// @param world clocks, waiting and the session's seed
  /// @param levers changes to the design's initial lever values
  /// @throws IllegalArgumentException on an unknown name
  LiveSystem build(String name, World world, LeverValues levers);
}
