package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.journal.Head;
import dev.hotseat.session.SessionRefusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All sessions of this server, found again in the journal when it starts.
final class Hall implements Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Hall.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int NAME_CHARS_MAX = 100;
  private static final double MULTIPLIER_MIN = 0.5;
  private static final double MULTIPLIER_MAX = 4;

  private final Grounds grounds;
  private final Courses courses;
  private final Shelf shelf;
  private final SessionLimits limits;
  private final Secrets secrets = new Secrets();
  private final Map<String, Seat> seats = new ConcurrentHashMap<>();
  private final Map<String, Seat> byLiveId = new ConcurrentHashMap<>();
  private final Map<String, Holder> byTokenHash = new ConcurrentHashMap<>();
  private final Deque<Instant> openings = new ArrayDeque<>();
  private final ReentrantLock door = new ReentrantLock();
  private final Thread keeper = Thread.ofVirtual().name("sessions-keeper").unstarted(this::keep);
  private int opening;

  /// Who a token belongs to, found by its hash.
  private record Holder(String hash, Grant grant) {}

  Hall(Grounds grounds, Courses courses) {
    this.grounds = grounds;
    this.courses = courses;
    this.limits = grounds.limits();
    this.shelf = new Shelf(grounds.journal(), grounds.codec());
  }

  /// Finds what is in the journal. Returns before any of it is read in full: sessions that had not
  /// ended are rebuilt one after another behind the open door, or when somebody asks for one.
  Hall start() {
    for (Head head : shelf.heads()) {
      try {
        About about = shelf.about(head);
        place(seat(head.stream(), about, shelf.summary(head, about)));
      } catch (SessionRefusal refusal) {
        LOG.atWarn().addKeyValue("stream", head.stream()).log("stream is no session");
      }
    }
    keeper.start();
    return this;
  }

  private Seat seat(String id, About about, Summary known) {
    return new Seat(id, about, known, () -> load(id, about));
  }

  private DurableSession load(String id, About about) {
    Opened opened = shelf.opened(id);
    Course course = courses.course(opened.scenario());
    if (!course.scenario().digest().equals(opened.scenarioDigest())) {
      LOG.atWarn().addKeyValue("session", id).log("scenario changed since the session was opened");
    }
    Core core = new Core(id, about, opened.seed(), course, grounds);
    core.recover();
    return new DurableSession(id, about, core, limits);
  }

  private void place(Seat seat) {
    About about = seat.about();
    seats.put(seat.id(), seat);
    byLiveId.put(about.liveId(), seat);
    hold(about.candidate(), seat, Role.CANDIDATE);
    hold(about.interviewer(), seat, Role.INTERVIEWER);
    hold(about.observer(), seat, Role.OBSERVER);
  }

  private void hold(String hash, Seat seat, Role role) {
    byTokenHash.put(hash, new Holder(hash, new Grant(seat.id(), role)));
  }

  // Opening

  @Override
  public Opening open(OpenRequest request) {
    String mode = request.mode() == null ? "practice" : request.mode();
    if (!Set.of("practice", "interview").contains(mode)) {
      throw SessionRefusal.invalid("mode", "practice or interview", mode);
    }
    double multiplier =
        within("timeMultiplier", request.timeMultiplier(), 1, MULTIPLIER_MIN, MULTIPLIER_MAX);
    double speed =
        request.clockSpeed() == null
            ? limits.clockSpeed()
            : within("clockSpeed", request.clockSpeed(), 1, 1, limits.clockSpeedMax());
    String candidate = request.candidate() == null ? "" : request.candidate().strip();
    if (candidate.length() > NAME_CHARS_MAX) {
      throw SessionRefusal.invalid(
          "candidate",
          "at most " + NAME_CHARS_MAX + " characters",
          candidate.length() + " characters");
    }
    Course course = courses.course(request.scenario());
    long seed = request.seed() == null ? secrets.seed() : request.seed();
    enter();
    try {
      return opened(
          course,
          new Opened(
              course.scenario().name(),
              course.scenario().digest(),
              seed,
              mode,
              multiplier,
              candidate),
          speed);
    } finally {
      door.lock();
      opening--;
      door.unlock();
    }
  }

  private static double within(
      String field, @Nullable Double value, double usual, double min, double max) {
    if (value == null) {
      return usual;
    }
    if (!(value >= min && value <= max)) {
      throw SessionRefusal.invalid(field, min + ".." + max, Double.toString(value));
    }
    return value;
  }

  /// Lets one more in, if there is room and they do not come too fast.
  private void enter() {
    door.lock();
    try {
      Instant now = grounds.world().wall().instant();
      while (!openings.isEmpty() && openings.getFirst().isBefore(now.minus(MINUTE))) {
        openings.removeFirst();
      }
      if (openings.size() >= limits.opensPerMinute()) {
        throw new SessionRefusal(
            Kind.TOO_FAST, limits.opensPerMinute() + " sessions were opened in the last minute.");
      }
      long open =
          seats.values().stream().filter(each -> each.isReadable() && !each.isOver()).count();
      if (open + opening >= limits.openMax()) {
        throw new SessionRefusal(Kind.FULL, limits.openMax() + " sessions are open.");
      }
      openings.addLast(now);
      opening++;
    } finally {
      door.unlock();
    }
  }

  private Opening opened(Course course, Opened first, double clockSpeed) {
    String id = secrets.id();
    var tokens = new Opening.Tokens(secrets.token(), secrets.token(), secrets.token());
    About about =
        new About(
            first.scenario(),
            secrets.liveId(),
            Secrets.hash(tokens.candidate()),
            Secrets.hash(tokens.interviewer()),
            Secrets.hash(tokens.observer()),
            clockSpeed);
    Core core = new Core(id, about, first.seed(), course, grounds);
    core.begin(first, about);
    DurableSession session = new DurableSession(id, about, core, limits);
    Seat seat =
        seat(
            id,
            about,
            new Summary(
                id,
                first.scenario(),
                first.mode(),
                first.candidate(),
                "running",
                "",
                0,
                core.story().openedAt(),
                null,
                ""));
    seat.take(session);
    place(seat);
    LOG.atInfo()
        .addKeyValue("session", id)
        .addKeyValue("scenario", first.scenario())
        .log("session opened");
    return new Opening(session, tokens);
  }

  // Finding

  @Override
  public Optional<Session> find(String id) {
    return Optional.ofNullable(seats.get(id)).map(Seat::session);
  }

  @Override
  public Optional<Session> findByLiveId(String liveId) {
    return Optional.ofNullable(byLiveId.get(liveId))
        .filter(each -> each.isReadable() && !each.isOver())
        .map(Seat::session);
  }

  @Override
  public Optional<Grant> grant(String token) {
    String hash = Secrets.hash(token);
    return Optional.ofNullable(byTokenHash.get(hash))
        .filter(each -> Secrets.same(each.hash(), hash))
        .map(Holder::grant);
  }

  @Override
  public List<Summary> list() {
    return seats.values().stream()
        .map(Seat::summary)
        .sorted(Comparator.comparing(Summary::openedAt).reversed())
        .toList();
  }

  @Override
  public Optional<Export> export(String id) {
    return Optional.ofNullable(seats.get(id))
        .map(seat -> {
          DurableSession session = seat.session();
          List<Entry> entries = session.entries(0);
          Summary summary = seat.summary();
          return new Export(
              id,
              summary.scenario(),
              summary.openedAt(),
              grounds.world().wall().instant(),
              entries);
        });
  }

  // Leaving

  @Override
  public boolean erase(String id) {
    Seat seat = seats.remove(id);
    if (seat == null) {
      return false;
    }
    About about = seat.about();
    byLiveId.remove(about.liveId());
    List.of(about.candidate(), about.interviewer(), about.observer()).forEach(byTokenHash::remove);
    seat.leave(true);
    grounds.journal().erase(id);
    LOG.atInfo().addKeyValue("session", id).log("session erased");
    return true;
  }

  private void keep() {
    try {
      recoverAll();
      while (true) {
        grounds.world().pause().sleepNanos(limits.sweepEvery().toNanos());
        sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops
    }
  }

  private void recoverAll() throws InterruptedException {
    for (Seat seat : seats.values()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (seat.isReadable() && !seat.isOver()) {
        recover(seat);
      }
    }
  }

  private static void recover(Seat seat) {
    try {
      seat.session();
      LOG.atInfo().addKeyValue("session", seat.id()).log("session recovered");
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("session", seat.id())
          .addKeyValue("why", e.getMessage())
          .log("session not recovered");
    }
  }

  /// Ends sessions that nobody attends, erases those kept long enough.
  void sweep() {
    Instant now = grounds.world().wall().instant();
    for (Seat seat : List.copyOf(seats.values())) {
      try {
        seat.going().ifPresent(session -> expire(session.core(), now));
        Instant end = seat.summary().endedAt();
        if (end != null && end.isBefore(now.minus(limits.retention()))) {
          erase(seat.id());
        }
      } catch (RuntimeException e) {
        LOG.atWarn()
            .addKeyValue("session", seat.id())
            .addKeyValue("why", e.getMessage())
            .log("session not swept");
      }
    }
  }

  private void expire(Core core, Instant now) {
    if (core.story().lastDeedAt().isBefore(now.minus(limits.idleMax()))) {
      core.desk().stop();
      core.tell(new Ended("expired"));
    }
  }

  @Override
  public void close() {
    keeper.interrupt();
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      seats.values().forEach(seat -> crew.execute(() -> seat.leave(false)));
    }
    courses.close();
  }
}
