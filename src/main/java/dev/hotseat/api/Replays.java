package dev.hotseat.api;

import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A journal once more, at its own pace or faster.
@Singleton
final class Replays {
  private static final Duration LONGEST_GAP = Duration.ofSeconds(30);

  /// The entries with the pauses that lay between them, divided by `speed`; then `end`.
  Flux<Event<?>> of(List<EntryJson> entries, double speed) {
    List<Duration> gaps = gaps(entries, speed);
    return Flux.range(0, entries.size())
        .concatMap(
            index ->
                gaps.get(index).isZero()
                    ? Mono.just(index)
                    : Mono.delay(gaps.get(index)).thenReturn(index),
            1)
        .<Event<?>>map(index -> EventStreams.event(entries.get(index)))
        .concatWith(
            Mono.just(
                Event.of(new EventStreams.Notice(last(entries), "The replay is over."))
                    .name("end")));
  }

  private static Instant last(List<EntryJson> entries) {
    return entries.isEmpty() ? Instant.EPOCH : entries.getLast().at();
  }

  private static List<Duration> gaps(List<EntryJson> entries, double speed) {
    List<Duration> gaps = new ArrayList<>();
    Instant before = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at();
    for (EntryJson entry : entries) {
      gaps.add(gap(before, entry.at(), speed));
      before = entry.at();
    }
    return gaps;
  }

  private static Duration gap(Instant from, Instant to, double speed) {
    Duration real = Duration.between(from, to);
    Duration capped = real.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : real;
    return capped.isNegative()
        ? Duration.ZERO
        : Duration.ofNanos((long) (capped.toNanos() / speed));
  }
}
