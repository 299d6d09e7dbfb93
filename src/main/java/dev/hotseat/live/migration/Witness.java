package dev.hotseat.live.migration;

import dev.hotseat.world.TickSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stands beside the clients and notes what they ask and what they are told.
final class Witness {
  private final TickSource ticks;
  private final long startNanos;
  private final Memory memory = new Memory();
  private final Causes causes;
  private final Supplier<String> step;
  private final Findings findings;
  private final Map<Long, Integer> asking = new ConcurrentHashMap<>();
  private final Set<Long> perhapsRemoved = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Lately> lately = new ConcurrentLinkedQueue<>();

  /// @param step name of the step under way, or of the last one
  Witness(TickSource ticks, Causes causes, Supplier<String> step, Findings findings) {
    this.ticks = ticks;
    this.startNanos = ticks.nanos();
    this.causes = causes;
    this.step = step;
    this.findings = findings;
  }

  /// A client asks for a write.
  Heard asked(Wish wish) {
    asking.merge(wish.id(), 1, Integer::sum);
    return new Heard(wish, millis());
  }

  /// Whether somebody waits for the outcome of a write of this customer.
  boolean asking(long id) {
    return asking.containsKey(id);
  }

  boolean perhapsRemoved(long id) {
    return perhapsRemoved.contains(id);
  }

  Optional<Known> known(long id) {
    return memory.known(id);
  }

  /// Customers of whom clients were told something.
  long remembered() {
    return memory.size();
  }

  /// The next customer written at or before a time, earliest first.
  Optional<Long> writtenBefore(int millis) {
    Lately first = lately.peek();
    return first != null && first.atMillis() <= millis
        ? Optional.ofNullable(lately.poll()).map(Lately::id)
        : Optional.empty();
  }

  /// Time since the system started.
  int millis() {
    return (int) TimeUnit.NANOSECONDS.toMillis(ticks.nanos() - startNanos);
  }

  private record Lately(long id, int atMillis) {}

  /// What a client hears of one write: exactly one of the two.
  final class Heard {
    private final Wish wish;
    private final int askedMillis;

    private Heard(Wish wish, int askedMillis) {
      this.wish = wish;
      this.askedMillis = askedMillis;
    }

    /// It was done.
    void done(Written written) {
      Told told = told(written);
      memory.learn(told).ifPresent(loss -> findings.lost(causes.name(loss.cause()), loss.writes()));
      lately.add(new Lately(wish.id(), told.atMillis()));
      end();
    }

    /// There is no such customer: nothing was done.
    void refused() {
      end();
    }

    /// Nobody knows.
    void unknown() {
      if (wish.removes()) {
        perhapsRemoved.add(wish.id());
      }
      lately.add(new Lately(wish.id(), millis()));
      end();
    }

    private void end() {
      asking.computeIfPresent(wish.id(), (_, waiting) -> waiting == 1 ? null : waiting - 1);
    }

    private Told told(Written written) {
      int oldMark = 0;
      int newMark = 0;
      if (contents() instanceof Contents contents) {
        OldRow row = contents.row(wish.id(), written.version());
        oldMark = Mark.of(row);
        newMark = Mark.of(Rules.convert(row).row());
      }
      return new Told(
          wish.id(),
          kind(),
          written.version(),
          oldMark,
          newMark,
          causes.number(step.get()),
          askedMillis,
          millis(),
          written.reachesNew());
    }

    private @Nullable Contents contents() {
      return switch (wish) {
        case Wish.Create(_, Contents contents) -> contents;
        case Wish.Replace(_, Contents contents) -> contents;
        case Wish.Delete _, Wish.Erase _ -> null;
      };
    }

    private Told.Kind kind() {
      return switch (wish) {
        case Wish.Create _, Wish.Replace _ -> Told.Kind.WRITTEN;
        case Wish.Delete _ -> Told.Kind.DELETED;
        case Wish.Erase _ -> Told.Kind.ERASED;
      };
    }
  }
}
