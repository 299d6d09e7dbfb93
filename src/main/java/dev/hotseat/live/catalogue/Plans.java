package dev.hotseat.live.catalogue;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Looks every other second how the engine answers the four questions now, and remembers each time
/// the plan became another: before and after, without anybody having to think of it beforehand.
final class Plans {
  private static final long EVERY_NANOS = 2_000_000_000L;
  private static final int KEPT = 12;

  private final Kit kit;
  private final Supplier<Tables> tables;
  private final Supplier<Choices> choices;
  private final Map<Question, List<Seen>> seen = new EnumMap<>(Question.class);
  private final Map<Question, Plan> latest = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /// A plan, and the statement it is for.
  ///
  /// @param atNanos tick at which it was first seen
  record Seen(long atNanos, String sql, Plan plan) {}

  Plans(Kit kit, Supplier<Tables> tables, Supplier<Choices> choices) {
    this.kit = kit;
    this.tables = tables;
    this.choices = choices;
  }

  void watch() throws InterruptedException {
    while (true) {
      kit.world().pause().sleepNanos(EVERY_NANOS);
      try {
        look();
      } catch (HopFailure _) {
        // the table is locked just now; the next look will tell
      }
    }
  }

  /// Asks for the plan of every question.
  void look() throws InterruptedException {
    for (Question each : Question.values()) {
      look(each);
    }
  }

  /// Asks for the plan of one question.
  Plan look(Question question) throws InterruptedException {
    String sql = question.typed(tables.get().live(), choices.get());
    Plan plan = kit.store().aside(connection -> Plan.of(connection, sql, kit.world().ticks()));
    latest.put(question, plan);
    lock.lock();
    try {
      List<Seen> known = seen.computeIfAbsent(question, _ -> new ArrayList<>());
      if (known.isEmpty()
          || !known.getLast().sql().equals(sql)
          || !known.getLast().plan().like(plan)) {
        known.add(new Seen(kit.world().ticks().nanos(), sql, plan));
        if (known.size() > KEPT) {
          known.remove(1);
        }
      }
    } finally {
      lock.unlock();
    }
    return plan;
  }

  /// The plans a question has had, oldest first.
  List<Seen> history(Question question) {
    lock.lock();
    try {
      return List.copyOf(seen.getOrDefault(question, List.of()));
    } finally {
      lock.unlock();
    }
  }

  /// What the question looked at when it was last watched; NaN before.
  double scanned(Question question) {
    Plan plan = latest.get(question);
    return plan == null ? Double.NaN : plan.scanned();
  }

  /// The questions that go by an index now.
  List<String> usersOf(String index) {
    List<String> users = new ArrayList<>();
    for (Question each : Question.values()) {
      Plan plan = latest.get(each);
      if (plan != null && plan.used().contains(index)) {
        users.add(each.word());
      }
    }
    return users;
  }
}
