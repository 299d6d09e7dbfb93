package dev.hotseat.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The last hour of per-second readings, kept small: one float a figure and second.
public final class History {
  /// Seconds kept.
  public static final int SECONDS_KEPT = 3_600;

  private static final int FIRST_SIZE = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Column> columns = new ConcurrentHashMap<>();
  private long firstSecond = Long.MAX_VALUE;
  private long lastSecond;

  /// Adds the readings of one second; seconds come in rising order.
  public void add(Readings readings) {
    lock.lock();
    try {
      firstSecond = Math.min(firstSecond, readings.second());
      lastSecond = readings.second();
      readings
          .numbers()
          .forEach((key, value) -> column(key).put(readings.second(), value.floatValue()));
    } finally {
      lock.unlock();
    }
  }

  /// One figure over the last `seconds` seconds, oldest first; seconds without it are left out.
  public Series series(String key, int seconds) {
    lock.lock();
    try {
      Column column = columns.get(key);
      return new Series(key, column == null ? List.of() : column.points(from(seconds), lastSecond));
    } finally {
      lock.unlock();
    }
  }

  /// The keys seen in the last hour, sorted.
  public Set<String> keys() {
    return new TreeSet<>(columns.keySet());
  }

  private long from(int seconds) {
    long oldest = Math.max(firstSecond, lastSecond - SECONDS_KEPT + 1);
    return Math.max(oldest, lastSecond - seconds + 1);
  }

  private Column column(String key) {
    return columns.computeIfAbsent(key, _ -> new Column(lastSecond));
  }

  /// A ring of floats that grows until it holds an hour.
  private static final class Column {
    private final long bornSecond;
    private float[] ring = filled(FIRST_SIZE);
    private long latest = -1;

    Column(long bornSecond) {
      this.bornSecond = bornSecond;
    }

    void put(long second, float value) {
      long index = second - bornSecond;
      if (index >= ring.length && ring.length < SECONDS_KEPT) {
        grow(index);
      }
      for (long gap = Math.max(latest + 1, index - ring.length + 1); gap < index; gap++) {
        ring[(int) (gap % ring.length)] = Float.NaN;
      }
      ring[(int) (index % ring.length)] = value;
      latest = index;
    }

    List<Series.Point> points(long from, long to) {
      List<Series.Point> points = new ArrayList<>();
      long first = Math.max(from - bornSecond, Math.max(0, latest - ring.length + 1));
      for (long index = first; index <= Math.min(latest, to - bornSecond); index++) {
        float value = ring[(int) (index % ring.length)];
        if (!Float.isNaN(value)) {
          points.add(new Series.Point(bornSecond + index, value));
        }
      }
      return points;
    }

    /*
     * Below full size nothing has wrapped yet, so growing is a plain copy: the index of a second is
     * its place in the array.
     */
    private void grow(long index) {
      int old = ring.length;
      long wanted = Math.max(2L * old, index + 1);
      ring = Arrays.copyOf(ring, (int) Math.min(wanted, SECONDS_KEPT));
      Arrays.fill(ring, old, ring.length, Float.NaN);
    }

    private static float[] filled(int size) {
      float[] fresh = new float[size];
      Arrays.fill(fresh, Float.NaN);
      return fresh;
    }
  }
}
