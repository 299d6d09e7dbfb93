package dev.hotseat.app;

import dev.hotseat.live.Design;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Joins the parts of the lower floors that know no framework.
@Factory
final class House {
  @Singleton
  Scenarios scenarios(Folders folders, LiveSystems systems) {
    List<Design> designs =
        systems.names().stream().map(systems::design).flatMap(Optional::stream).toList();
    return new Scenarios(folders.scenarios(), designs);
  }
}
