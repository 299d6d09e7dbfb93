package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.journal.Journal;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Profile;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.FaultRules;
import dev.hotseat.scenario.Scenario.NamedProfile;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.testing.Kiosk;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.world.World;
import io.micronaut.serde.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A hall over a directory, with a real journal, real kiosks and a small play.
final class Rig implements AutoCloseable {
  static final String PLAY = "play";

  final Journal journal;
  final Hall hall;
  final Map<String, Scenario> scenarios = new HashMap<>(Map.of(PLAY, play()));

  Rig(Path directory) {
    this(directory, SessionLimits.USUAL, UnaryOperator.identity());
  }

  Rig(Path directory, SessionLimits limits) {
    this(directory, limits, UnaryOperator.identity());
  }

  /// @param around what to put around the journal
  Rig(Path directory, SessionLimits limits, UnaryOperator<Journal> around) {
    this(directory, limits, around, World.real(0));
  }

  Rig(Path directory, SessionLimits limits, UnaryOperator<Journal> around, World world) {
    this(directory, limits, around, world, new Kiosk());
  }

  /// @param kiosk the one there is on this server
  Rig(Path directory, Kiosk kiosk) {
    this(directory, SessionLimits.USUAL, UnaryOperator.identity(), World.real(0), kiosk);
  }

  private Rig(
      Path directory,
      SessionLimits limits,
      UnaryOperator<Journal> around,
      World world,
      Kiosk kiosk) {
    journal = around.apply(Journal.open(directory));
    LiveSystems systems = LiveSystems.of(List.of(kiosk), SystemLimits.USUAL);
    Grounds grounds =
        new Grounds(journal, new EventCodec(ObjectMapper.getDefault()), systems, world, limits);
    hall =
        new Hall(grounds, new Courses(name -> Optional.ofNullable(scenarios.get(name)), systems));
  }

  Rig start() {
    hall.start();
    return this;
  }

  Session open() {
    return hall.open(OpenRequest.practice(PLAY)).session();
  }

  Map<String, String> liveLevers(Session session) {
    return ((DurableSession) session).core().live().levers().all();
  }

  List<String> liveFaults(Session session) {
    return ((DurableSession) session)
        .core().live().faults().stream().map(each -> each.kind().name()).toList();
  }

  /// A scope phase with a question of every kind, and one in which to prove it.
  static Scenario play() {
    Scenario bare =
        new Play()
            .minutes(45)
            .phase("scope", 20, "keys", "size", "pick")
            .phase("prove", 20, "prove-it")
            .open("keys")
            .concept("keys", "sizes the keys")
            .fact("how many items", "Two thousand.")
            .estimate("size", "GB", Scripted.number("5.0", _ -> 5))
            .choice(
                "pick",
                new Option("left", "To the left", Play.strong("design", 1), null),
                new Option("right", "To the right", null, null))
            .deed("prove-it", Scripted.above("rate/read", 1e9))
            .dimension("design", 1, 1.0, 2.0, 3.0, 4.0)
            .objective("fast", "p99/read", 1_000)
            .scenario();
    return with(bare, bare.digest());
  }

  static Scenario with(Scenario bare, String digest) {
    return with(bare, digest, bare.traffic());
  }

  static Scenario withTraffic(Scenario bare, Profile traffic) {
    return with(bare, bare.digest(), traffic);
  }

  private static Scenario with(Scenario bare, String digest, @Nullable Profile traffic) {
    return new Scenario(
        bare.name(),
        bare.title(),
        bare.system(),
        bare.minutes(),
        bare.teaches(),
        bare.brief(),
        bare.objectives(),
        bare.dimensions(),
        bare.fidelity(),
        bare.strong(),
        bare.likelihood(),
        Map.of("pool", "8"),
        List.of(
            new NamedProfile(
                "calm",
                "Calm",
                "",
                Profile.steady(
                    "calm", 200, Duration.ofSeconds(20), List.of(Flow.of("reading", 1))))),
        traffic,
        new FaultRules(List.of("store-slow"), bare.faults().seeded(), bare.faults().concealed()),
        bare.facts(),
        bare.milestones(),
        bare.review(),
        bare.script(),
        bare.concepts(),
        bare.clarifications(),
        bare.rehearsals(),
        bare.demonstrations(),
        digest);
  }

  static List<Class<? extends SessionEvent>> kinds(List<Entry> entries) {
    return entries.stream()
        .map(Entry::event)
        .<Class<? extends SessionEvent>>map(SessionEvent::getClass)
        .filter(each -> each != SessionEvent.SecondPassed.class)
        .toList();
  }

  @Override
  public void close() {
    hall.close();
    journal.close();
  }
}
