package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.journal.Head;
import dev.hotseat.journal.Journal;
import dev.hotseat.journal.JournalFailure;
import dev.hotseat.session.SessionRefusal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be told of a session by a look at the first and the last lines of its stream.
final class Shelf {
  /// Notes may follow the end; hardly ever more than this.
  private static final int LAST_LINES = 32;

  private final Journal journal;
  private final EventCodec codec;

  Shelf(Journal journal, EventCodec codec) {
    this.journal = journal;
    this.codec = codec;
  }

  List<Head> heads() {
    return journal.streams();
  }

  About about(Head head) {
    return codec.read(head.about(), About.class);
  }

  /// The first entry.
  ///
  /// @throws SessionRefusal `UNREADABLE`
  Opened opened(String id) {
    return some(id, 0, 1).stream()
        .findFirst()
        .flatMap(
            each -> each.event() instanceof Opened opened ? Optional.of(opened) : Optional.empty())
        .orElseThrow(
            () -> new SessionRefusal(Kind.UNREADABLE, "the stream does not begin with an opening"));
  }

  Summary summary(Head head, About about) {
    Summary bare =
        new Summary(
            head.stream(), about.scenario(), "", "", "running", "", 0, head.createdAt(), null, "");
    try {
      Opened opened = opened(head.stream());
      List<Entry> last = some(head.stream(), Math.max(0, head.lastSeq() - LAST_LINES), LAST_LINES);
      Optional<Instant> end =
          last.stream().filter(each -> each.event() instanceof Ended).map(Entry::at).findFirst();
      return new Summary(
          head.stream(),
          opened.scenario(),
          opened.mode(),
          opened.candidate(),
          end.isPresent() ? "ended" : "running",
          "",
          last.isEmpty() ? 0 : last.getLast().elapsedSeconds(),
          head.createdAt(),
          end.orElse(null),
          "");
    } catch (SessionRefusal refusal) {
      return Seat.unreadable(bare, String.valueOf(refusal.getMessage()));
    }
  }

  private List<Entry> some(String id, long afterSeq, int limit) {
    try {
      return journal.read(id, afterSeq, limit).stream().map(codec::entry).toList();
    } catch (JournalFailure failure) {
      throw new SessionRefusal(Kind.UNREADABLE, String.valueOf(failure.getMessage()));
    }
  }
}
