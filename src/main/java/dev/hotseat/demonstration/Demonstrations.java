package dev.hotseat.demonstration;

import dev.hotseat.live.LiveSystems;
import dev.hotseat.scenario.Demonstration;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import dev.hotseat.world.World;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The demonstrations of all scenarios, and those being played.
@Singleton
public final class Demonstrations implements AutoCloseable {
  private static final int ID_BYTES = 8;

  private final Scenarios scenarios;
  private final LiveSystems systems;
  private final DemonstrationLimits limits;
  private final World world = World.real(0);
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Play> plays = new LinkedHashMap<>();
  private final Set<String> warm = ConcurrentHashMap.newKeySet();
  private boolean closed;

  Demonstrations(Scenarios scenarios, LiveSystems systems, DemonstrationLimits limits) {
    this.scenarios = scenarios;
    this.systems = systems;
    this.limits = limits;
  }

  /// A demonstration and the scenario it is about.
  private record Known(Scenario scenario, Demonstration demonstration) {
    boolean isCalled(String name) {
      return name.equals(demonstration.name()) || name.equals(fullName());
    }

    String fullName() {
      return scenario.name() + "/" + demonstration.name();
    }

    Line line() {
      return new Line(
          demonstration.name(),
          scenario.name(),
          demonstration.title(),
          demonstration.teaches(),
          demonstration.seconds() * (demonstration.inTurn() ? 2 : 1));
    }
  }

  /// All there are to play; those of a broken scenario folder are not.
  public List<Line> all() {
    return known().stream().map(Known::line).toList();
  }

  /// Starts a play.
  ///
  /// @param name of the demonstration, with `scenario/` before it where two have the same
  /// @param seed decides the arrivals of both sides
  public Start start(String name, long seed) {
    List<Known> all = known();
    List<Known> meant = all.stream().filter(each -> each.isCalled(name)).toList();
    if (meant.size() != 1) {
      List<Known> possible = meant.isEmpty() ? all : meant;
      return new Start.Unknown(possible.stream().map(Known::fullName).toList());
    }
    return start(meant.getFirst(), seed);
  }

  private Start start(Known known, long seed) {
    lock.lock();
    try {
      sweep();
      if (closed
          || plays.values().stream().filter(each -> !each.isOver()).count()
              >= limits.playingMax()) {
        return new Start.Full(limits.playingMax());
      }
      Play play =
          new Play(
              id(), known.scenario(), known.demonstration(), systems, world.withSeed(seed), warm);
      plays.put(play.id(), play);
      play.start();
      return new Start.Playing(play.view());
    } finally {
      lock.unlock();
    }
  }

  /// A play going on or over, for as long as it is kept.
  public Optional<PlayView> find(String id) {
    return play(id).map(Play::view);
  }

  /// Stops a play and waits until its systems are gone. One that is over stays as it is.
  public Optional<PlayView> stop(String id) {
    Optional<Play> found = play(id);
    found.ifPresent(Play::stop);
    return found.map(Play::view);
  }

  /// Plays that can be looked at, the newest first.
  public List<PlayView> plays() {
    lock.lock();
    try {
      sweep();
      return new ArrayList<>(plays.values()).reversed().stream().map(Play::view).toList();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Play> play(String id) {
    lock.lock();
    try {
      sweep();
      return Optional.ofNullable(plays.get(id));
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what has been over for long, and the oldest of too many.
  private void sweep() {
    Instant old = world.wall().instant().minus(limits.keptFor());
    plays.values().removeIf(each -> each.wasOverBefore(old));
    Iterator<Play> oldest = plays.values().iterator();
    while (plays.size() > limits.keptMax() && oldest.hasNext()) {
      if (oldest.next().isOver()) {
        oldest.remove();
      }
    }
  }

  private List<Known> known() {
    List<Known> known = new ArrayList<>();
    for (Found found : scenarios.all()) {
      if (found instanceof Found.Sound(Scenario scenario, _)) {
        scenario.demonstrations().forEach(each -> known.add(new Known(scenario, each)));
      }
    }
    return known;
  }

  private String id() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "d" + HexFormat.of().formatHex(bytes);
  }

  /// Stops everything that plays.
  @Override
  @PreDestroy
  public void close() {
    List<Play> last;
    lock.lock();
    try {
      closed = true;
      last = List.copyOf(plays.values());
      plays.clear();
    } finally {
      lock.unlock();
    }
    last.forEach(Play::stop);
  }
}
