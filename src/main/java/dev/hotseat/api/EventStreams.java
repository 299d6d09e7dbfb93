package dev.hotseat.api;

import dev.hotseat.event.Entry;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.Tail;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Journals as streams of events.
///
/// A stream asks the journal for more only when its reader has taken what came before, so a reader
/// that stalls holds a place in the journal and nothing else. It ends with a named event (`end` of
/// the session, `stopping` of the server, `cut`, `gone`), so that a page knows whether to come
/// back.
@Singleton
final class EventStreams implements GracefulShutdownCapable {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final long HEARTBEAT_NANOS = HEARTBEAT.toNanos();

  private final Scheduler threads;
  private volatile boolean stopping;

  EventStreams(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.threads = Schedulers.fromExecutorService(threads);
  }

  /// What a stream says besides the journal.
  @Serdeable
  record Notice(Instant at, String text) {}

  /// The journal after an entry, and whatever is appended to it from now on.
  ///
  /// @param types of events to send; empty for all
  Flux<Event<?>> live(Seat seat, long after, Set<String> types) {
    return Flux.<List<Event<?>>, Reader>generate(
            () -> new Reader(seat, seat.session().tail(after), types), Reader::read, Reader::close)
        .subscribeOn(threads)
        .flatMapIterable(events -> events, 1)
        .startWith(notice("heartbeat", "The stream is open."));
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stopping = true; // every stream looks at it at least once in PATIENCE
    return CompletableFuture.completedFuture(null);
  }

  static Event<?> event(EntryJson entry) {
    return Event.of(entry).name(entry.type()).id(Long.toString(entry.seq())).retry(RETRY);
  }

  private static Event<?> notice(String name, String text) {
    return Event.of(new Notice(Instant.now(), text)).name(name);
  }

  /// One client's place in the journal.
  private final class Reader {
    private final Seat seat;
    private final Tail tail;
    private final Set<String> types;
    private long lastSentNanos = System.nanoTime();

    private Reader(Seat seat, Tail tail, Set<String> types) {
      this.seat = seat;
      this.tail = tail;
      this.types = types;
    }

    /// Reads what is new; says so now and then when nothing is; ends the stream when nothing can
    /// come any more.
    Reader read(SynchronousSink<List<Event<?>>> sink) {
      try {
        if (stopping) {
          return end(sink, notice("stopping", "The server is stopping; come back shortly."));
        }
        List<Entry> entries = tail.next(PATIENCE);
        if (entries.isEmpty() && tail.finished()) {
          return end(sink, notice("end", "The session has ended."));
        }
        sink.next(entries.isEmpty() ? heartbeat() : shown(entries));
      } catch (SessionRefusal refusal) {
        end(
            sink,
            notice(
                refusal.kind() == SessionRefusal.Kind.CUT ? "cut" : "gone",
                String.valueOf(refusal.getMessage())));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        sink.complete();
      }
      return this;
    }

    void close() {
      tail.close();
    }

    private List<Event<?>> shown(List<Entry> entries) {
      lastSentNanos = System.nanoTime();
      List<Entry> known =
          seat.seesAll(seat.session().view())
              ? entries
              : Disclosure.of(entries, seat.session().scenario()).toList();
      List<Event<?>> events = new ArrayList<>();
      known.stream()
          .map(EntryJson::of)
          .filter(entry -> types.isEmpty() || types.contains(entry.type()))
          .forEach(entry -> events.add(event(entry)));
      return events;
    }

    private List<Event<?>> heartbeat() {
      if (System.nanoTime() - lastSentNanos < HEARTBEAT_NANOS) {
        return List.of();
      }
      lastSentNanos = System.nanoTime();
      return List.of(notice("heartbeat", "Nothing new."));
    }

    private Reader end(SynchronousSink<List<Event<?>>> sink, Event<?> last) {
      sink.next(List.of(last));
      sink.complete();
      return this;
    }
  }
}
