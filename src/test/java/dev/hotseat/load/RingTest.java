package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RingTest {
  @Test
  void givesBackInOrderWhatWasPut() {
    var ring = new Ring(4);
    LongStream.range(0, 3).forEach(due -> assertThat(ring.offer(attempt(due))).isTrue());

    assertThat(Stream.generate(ring::poll).limit(3))
        .extracting(Attempt::dueNanos)
        .containsExactly(0L, 1L, 2L);
    assertThat(ring.poll()).isNull();
  }

  @Test
  void takesNoMoreThanItHasRoomForUntilOneIsTaken() {
    var ring = new Ring(4);
    LongStream.range(0, 4).forEach(due -> assertThat(ring.offer(attempt(due))).isTrue());

    assertThat(ring.offer(attempt(4))).isFalse();
    ring.poll();
    assertThat(ring.offer(attempt(4))).isTrue();
    assertThat(ring.size()).isEqualTo(4);
  }

  @Test
  void givesOutTheOldestOnlyIfItWasDueBefore() {
    var ring = new Ring(4);
    ring.offer(attempt(100));

    assertThat(ring.pollDueBefore(100)).isNull();
    assertThat(ring.pollDueBefore(101)).isNotNull();
    assertThat(ring.pollDueBefore(101)).isNull();
  }

  @Test
  void losesAndDoublesNothingUnderManyTakers() throws InterruptedException {
    int count = 200_000;
    var ring = new Ring(64);
    var taken = new ConcurrentLinkedQueue<Long>();
    var finished = new AtomicBoolean();
    try (var takers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        takers.execute(() -> take(ring, taken, finished));
      }
      for (long due = 0; due < count; due++) {
        while (!ring.offer(attempt(due))) {
          Thread.yield();
        }
      }
      finished.set(true);
    }

    List<Long> sorted = new ArrayList<>(taken);
    sorted.sort(null);
    assertThat(sorted).isEqualTo(LongStream.range(0, count).boxed().toList());
  }

  private static void take(Ring ring, ConcurrentLinkedQueue<Long> taken, AtomicBoolean finished) {
    while (true) {
      boolean last = finished.get();
      Attempt next = ring.poll();
      if (next != null) {
        taken.add(next.dueNanos());
      } else if (last) {
        return;
      } else {
        Thread.yield();
      }
    }
  }

  private static Attempt attempt(long due) {
    return new Attempt(0, Call.get("/", Map.of(), due));
  }
}
