package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.interview.Effect;
import dev.hotseat.interview.Interviewer;
import dev.hotseat.interview.Step;
import dev.hotseat.journal.Journal;
import dev.hotseat.journal.JournalFailure;
import dev.hotseat.journal.Line;
import dev.hotseat.world.World;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes a session's story: takes an event, asks the interviewer what follows, and puts all of it
/// into the journal at once. Used by one thread at a time, the mailbox's.
/*
 * An event and everything the interviewer does about it are one append: all of it is durable, or
 * none. The interviewer is pure, so it can be asked before anything is written, and the story in
 * memory moves on only when the journal has acknowledged. Whoever asked is told after that; the live
 * system is changed after that; readers see the entries after that. A journal that cannot write
 * therefore changes nothing at all.
 */
final class Scribe {
  /// More than the longest chain of things an interviewer does about one event.
  private static final int EFFECTS_MAX = 64;

  private static final int CHUNK = 500;

  private final String stream;
  private final Journal journal;
  private final EventCodec codec;
  private final Interviewer interviewer;
  private final SessionClock clock;
  private final World world;
  private final Columns columns = new Columns();
  private final EntryLog log;
  private volatile Story story;

  /// Turns what the interviewer wants into what happened.
  interface Performer {
    /// The outcome, to be appended; empty where it cannot be done now.
    Optional<SessionEvent> outcome(Effect effect, Story story);
  }

  Scribe(
      String stream,
      Journal journal,
      EventCodec codec,
      Interviewer interviewer,
      Map<String, String> startLevers,
      Set<String> keptLevers,
      SessionClock clock,
      World world) {
    this.stream = stream;
    this.journal = journal;
    this.codec = codec;
    this.interviewer = interviewer;
    this.clock = clock;
    this.world = world;
    this.log = new EntryLog(this::archived);
    this.story = Story.before(interviewer.begin(), startLevers, keptLevers);
  }

  Story story() {
    return story;
  }

  EntryLog log() {
    return log;
  }

  Columns columns() {
    return columns;
  }

  /// Takes in what an earlier process wrote.
  void recall() {
    List<Entry> some = archived(0, CHUNK);
    while (!some.isEmpty()) {
      Story next = story;
      for (Entry entry : some) {
        next = next.after(entry, interviewer.advance(next.interview(), entry).state());
      }
      story = next;
      publish(some);
      some = archived(next.lastSeq(), CHUNK);
    }
  }

  /// Writes the first event of a new stream and what follows from it.
  ///
  /// @param about what is kept with the stream
  List<Entry> begin(SessionEvent first, String about, Performer performer) {
    Draft draft = draft(first, performer);
    writing(() -> {
      Entry opened = draft.entries().getFirst();
      journal.create(stream, opened.at(), about, codec.lines(draft.entries()));
    });
    return taken(draft);
  }

  /// Writes an event and what follows from it.
  ///
  /// @return the entries, durable
  /// @throws SessionRefusal `STORAGE` when they cannot be written; then nothing has changed
  List<Entry> write(SessionEvent event, Performer performer) {
    Draft draft = draft(event, performer);
    writing(() -> journal.append(stream, codec.lines(draft.entries())));
    return taken(draft);
  }

  private record Draft(List<Entry> entries, Story story) {}

  private Draft draft(SessionEvent event, Performer performer) {
    List<Entry> entries = new ArrayList<>();
    Story next = story;
    Optional<SessionEvent> happening = Optional.of(event);
    while (happening.isPresent()) {
      Entry entry = entry(next, happening.get());
      Step step = interviewer.advance(next.interview(), entry);
      entries.add(entry);
      next = next.after(entry, step.state());
      if (entries.size() > EFFECTS_MAX) {
        throw new IllegalStateException(
            "the interviewer does not come to rest after " + event.getClass().getSimpleName());
      }
      Story now = next;
      happening =
          step.effects().stream().findFirst().flatMap(effect -> performer.outcome(effect, now));
    }
    return new Draft(entries, next);
  }

  private Entry entry(Story after, SessionEvent event) {
    return new Entry(
        after.lastSeq() + 1,
        world.wall().instant().truncatedTo(ChronoUnit.MICROS),
        Math.max(clock.stamp(), after.interview().elapsedSeconds()),
        event);
  }

  private static void writing(Runnable append) {
    try {
      append.run();
    } catch (JournalFailure failure) {
      throw new SessionRefusal(
          SessionRefusal.Kind.STORAGE, "the journal cannot be written: " + failure.getMessage());
    } catch (IllegalStateException outOfStep) {
      throw new SessionRefusal(
          SessionRefusal.Kind.GONE, "the session was erased: " + outOfStep.getMessage());
    }
  }

  private List<Entry> taken(Draft draft) {
    story = draft.story();
    publish(draft.entries());
    return draft.entries();
  }

  private void publish(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.event() instanceof SecondPassed(var readings)) {
        columns.add(entry.elapsedSeconds(), readings);
      }
    }
    log.add(entries);
  }

  private List<Entry> archived(long afterSeq, int limit) {
    try {
      List<Line> lines = journal.read(stream, afterSeq, limit);
      return lines.stream().map(codec::entry).toList();
    } catch (JournalFailure failure) {
      throw new SessionRefusal(
          SessionRefusal.Kind.UNREADABLE, String.valueOf(failure.getMessage()));
    }
  }
}
