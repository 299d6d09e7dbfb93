package dev.hotseat.session;

import dev.hotseat.telemetry.Readings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Every second's readings of a session as columns of floats: an hour of two hundred keys is three
/// megabytes, a twentieth of the maps it came in.
final class Columns {
  private static final int SECONDS_MAX = 4 * 3_600;
  private static final int FIRST_CAPACITY = 64;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, float[]> columns = new HashMap<>();
  private float[] elapsed = new float[FIRST_CAPACITY];
  private int size;

  void add(double elapsedSeconds, Readings readings) {
    lock.writeLock().lock();
    try {
      if (size == SECONDS_MAX) {
        return;
      }
      if (size == elapsed.length) {
        elapsed = Arrays.copyOf(elapsed, size * 2);
        columns.replaceAll((_, column) -> grown(column, elapsed.length));
      }
      elapsed[size] = (float) elapsedSeconds;
      readings
          .numbers()
          .forEach((key, value) ->
              columns.computeIfAbsent(key, _ -> grown(new float[0], elapsed.length))[size] =
                  value.floatValue());
      size++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static float[] grown(float[] column, int capacity) {
    float[] next = Arrays.copyOf(column, capacity);
    Arrays.fill(next, column.length, capacity, Float.NaN);
    return next;
  }

  Series series(Collection<String> keys, double fromSeconds, double toSeconds) {
    lock.readLock().lock();
    try {
      List<Integer> points = new ArrayList<>();
      for (int index = 0; index < size; index++) {
        if (elapsed[index] >= fromSeconds && elapsed[index] <= toSeconds) {
          points.add(index);
        }
      }
      Map<String, List<@Nullable Double>> values = new LinkedHashMap<>();
      for (String key : known(keys)) {
        values.put(key, at(points, Objects.requireNonNull(columns.get(key))));
      }
      return new Series(points.stream().map(point -> rounded(elapsed[point])).toList(), values);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// The keys that were measured; `why/*` stands for all that begin with `why/`.
  private Set<String> known(Collection<String> keys) {
    Set<String> known = new LinkedHashSet<>();
    for (String key : keys) {
      if (key.endsWith("*")) {
        String start = key.substring(0, key.length() - 1);
        columns.keySet().stream()
            .filter(each -> each.startsWith(start))
            .sorted()
            .forEach(known::add);
      } else if (columns.containsKey(key)) {
        known.add(key);
      }
    }
    return known;
  }

  private static List<@Nullable Double> at(List<Integer> points, float[] column) {
    List<@Nullable Double> values = new ArrayList<>(points.size());
    for (int point : points) {
      values.add(Float.isNaN(column[point]) ? null : rounded(column[point]));
    }
    return values;
  }

  /// As a person wrote it: 214.3, not 214.3000030517578.
  private static Double rounded(float value) {
    return Double.valueOf(Float.toString(value));
  }
}
