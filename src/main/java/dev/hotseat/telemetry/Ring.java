package dev.hotseat.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The last so many things that were added, by any number of threads, without a lock.
final class Ring<T> {
  private final AtomicReferenceArray<@Nullable T> places;
  private final AtomicLong added = new AtomicLong();

  Ring(int size) {
    this.places = new AtomicReferenceArray<>(Math.max(1, size));
  }

  void add(T thing) {
    places.set((int) (added.getAndIncrement() % places.length()), thing);
  }

  /// What is there now, newest first. A thing being added at this moment may be missing.
  List<T> newestFirst() {
    List<T> found = new ArrayList<>();
    long newest = added.get() - 1;
    for (long i = newest; i >= 0 && i > newest - places.length(); i--) {
      T thing = places.get((int) (i % places.length()));
      if (thing != null) {
        found.add(thing);
      }
    }
    return found;
  }
}
