package dev.hotseat.session;

import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.session.SessionRefusal.Kind;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The place of one session in the hall: held in memory while the session goes on, read from the
/// journal again when somebody asks for one that has ended.
final class Seat {
  private final String id;
  private final About about;
  private final Supplier<DurableSession> loader;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Summary known;
  private volatile @Nullable DurableSession going;
  private volatile WeakReference<DurableSession> ended = new WeakReference<>(null);
  private boolean erased;

  /// @param known how it stood when it was last seen
  /// @param loader reads it from the journal
  Seat(String id, About about, Summary known, Supplier<DurableSession> loader) {
    this.id = id;
    this.about = about;
    this.known = known;
    this.loader = loader;
  }

  /// Takes a session that was just opened.
  void take(DurableSession session) {
    known = summary(session);
    going = session;
  }

  String id() {
    return id;
  }

  About about() {
    return about;
  }

  boolean isOver() {
    return summary().endedAt() != null;
  }

  boolean isReadable() {
    return known.problem().isEmpty();
  }

  /// The session if it is in memory and goes on.
  Optional<DurableSession> going() {
    DurableSession session = going;
    if (session != null && session.core().story().ended()) {
      known = summary(session);
      ended = new WeakReference<>(session);
      going = null;
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  /// The session, read from the journal if need be.
  ///
  /// @throws SessionRefusal `UNREADABLE`, `GONE`
  DurableSession session() {
    Optional<DurableSession> now = going();
    if (now.isPresent()) {
      return now.get();
    }
    lock.lock();
    try {
      if (erased) {
        throw new SessionRefusal(Kind.GONE, "The session was erased.");
      }
      DurableSession found = going().orElseGet(ended::get);
      return found == null ? load() : found;
    } finally {
      lock.unlock();
    }
  }

  private DurableSession load() {
    if (!isReadable()) {
      throw new SessionRefusal(Kind.UNREADABLE, known.problem());
    }
    try {
      DurableSession session = loader.get();
      if (session.core().story().ended()) {
        known = summary(session);
        ended = new WeakReference<>(session);
      } else {
        take(session);
      }
      return session;
    } catch (SessionRefusal refusal) {
      if (refusal.kind() == Kind.UNREADABLE || refusal.kind() == Kind.NO_SUCH_SCENARIO) {
        known = unreadable(known, String.valueOf(refusal.getMessage()));
        throw new SessionRefusal(Kind.UNREADABLE, known.problem());
      }
      throw refusal;
    }
  }

  /// Lets go of the session for good, or until the next start.
  void leave(boolean forGood) {
    lock.lock();
    try {
      erased = forGood;
      DurableSession session = going;
      going = null;
      ended = new WeakReference<>(null);
      if (session != null) {
        session.core().close();
      }
    } finally {
      lock.unlock();
    }
  }

  /// How it stands, without reading it.
  Summary summary() {
    return going().map(Seat::summary).orElse(known);
  }

  private static Summary summary(DurableSession session) {
    Story story = session.core().story();
    Opened opened = story.opening();
    return new Summary(
        session.id(),
        opened.scenario(),
        opened.mode(),
        opened.candidate(),
        story.state(),
        story.interview().phase(),
        story.ended() ? story.interview().elapsedSeconds() : session.core().clock().stamp(),
        story.openedAt(),
        story.endedAt(),
        "");
  }

  static Summary unreadable(Summary known, String problem) {
    return new Summary(
        known.id(),
        known.scenario(),
        known.mode(),
        known.candidate(),
        "unreadable",
        known.phase(),
        known.elapsedSeconds(),
        known.openedAt(),
        known.endedAt(),
        problem);
  }
}
