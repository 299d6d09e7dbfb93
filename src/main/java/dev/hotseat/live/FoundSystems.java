package dev.hotseat.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.hotseat.world.World;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/// Builds systems from the blueprints that injection found.
@Singleton
final class FoundSystems implements LiveSystems {
  private static final int CONSOLES_AT_ONCE = 2;

  private final Map<String, Blueprint> byName;
  private final SystemLimits limits;
  private final Databases databases;
  private final Semaphore consolesAtOnce = new Semaphore(CONSOLES_AT_ONCE);

  FoundSystems(Collection<Blueprint> found, SystemLimits limits, PostgresServer postgres) {
    this.byName =
        found.stream()
            .collect(toUnmodifiableMap(blueprint -> blueprint.design().name(), identity()));
    this.limits = limits;
    this.databases = new Databases(postgres);
  }

  @Override
  public Set<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  @Override
  public Optional<Design> design(String name) {
    return Optional.ofNullable(byName.get(name)).map(Blueprint::design);
  }

  @Override
  public LiveSystem build(String name, World world, LeverValues levers) {
    Blueprint blueprint = byName.get(name);
    if (blueprint == null) {
      throw new IllegalArgumentException(
          "system: expected one of " + String.join(", ", names()) + ", got " + name);
    }
    return new RunningSystem(blueprint, world, limits, levers, databases, consolesAtOnce);
  }
}
