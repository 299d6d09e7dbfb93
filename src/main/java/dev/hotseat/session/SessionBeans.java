package dev.hotseat.session;

import dev.hotseat.journal.Journal;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import dev.hotseat.world.World;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/// Puts the journal and the sessions together when the server starts.
@Factory
final class SessionBeans {

  @Singleton
  @Bean(preDestroy = "close")
  Journal journal(@Value("${hotseat.data:./data}") Path directory) {
    return Journal.open(directory);
  }

  @Singleton
  @Bean(preDestroy = "close")
  Sessions sessions(
      Journal journal,
      LiveSystems systems,
      Scenarios scenarios,
      SessionLimits limits,
      ObjectMapper json) {
    Grounds grounds = new Grounds(journal, new EventCodec(json), systems, World.real(0), limits);
    Courses courses =
        new Courses(
            name ->
                scenarios
                    .find(name)
                    .flatMap(found ->
                        found instanceof Found.Sound(var scenario, _)
                            ? Optional.of(scenario)
                            : Optional.empty()),
            systems);
    return new Hall(grounds, courses).start();
  }

  /// Sessions found in the journal go on when the server is up, not with the first request.
  @Singleton
  ApplicationEventListener<ServerStartupEvent> opening(BeanProvider<Sessions> sessions) {
    return new ApplicationEventListener<>() {
      @Override
      public void onApplicationEvent(ServerStartupEvent up) {
        sessions.get();
      }
    };
  }
}
