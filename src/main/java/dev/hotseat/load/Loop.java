package dev.hotseat.load;

import dev.hotseat.exchange.Refusal;
import java.time.Duration;
import java.util.List;

/// Who decides when the next call is due.
public sealed interface Loop {
  /// How long calls become due.
  Duration duration();

  /// The same in another time, at the same rates.
  Loop lasting(Duration whole);

  /// The world decides: calls are due at their time, whether or not earlier ones have come back.
  /// This is what a crowd of strangers does, and the usual choice.
  ///
  /// @param spacing evenly spaced, or by chance as strangers come
  /// @param stages one after another
  record Open(Spacing spacing, List<Stage> stages) implements Loop {
    public Open {
      stages = List.copyOf(stages);
      if (stages.isEmpty()) {
        throw new Refusal("stages", "at least one stage", "none");
      }
    }

    @Override
    public Duration duration() {
      return stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Open lasting(Duration whole) {
      double factor = (double) whole.toNanos() / duration().toNanos();
      return new Open(spacing, stages.stream().map(stage -> stage.times(factor)).toList());
    }
  }

  /// Each client sends its next call only after the last one came back and it has thought a while.
  /// A slow system thereby slows its own load and hides its stalls; kept for showing just that.
  ///
  /// @param clients how many
  /// @param think pause between an answer and the next call
  /// @param duration how long clients go on
  record Closed(int clients, Duration think, Duration duration) implements Loop {
    public Closed {
      if (clients < 1) {
        throw new Refusal("clients", "at least 1", Integer.toString(clients));
      }
      if (think.isNegative()) {
        throw new Refusal("think", "zero or more", think.toString());
      }
      if (!duration.isPositive()) {
        throw new Refusal("duration", "more than zero", duration.toString());
      }
    }

    @Override
    public Closed lasting(Duration whole) {
      return new Closed(clients, think, whole);
    }

    /// Clients who would reach the given rate against a system that answers at once.
    public static Closed reaching(double ratePerSecond, int clients, Duration duration) {
      if (!(ratePerSecond > 0)) {
        throw new Refusal("ratePerSecond", "more than 0", Double.toString(ratePerSecond));
      }
      return new Closed(
          clients, Duration.ofNanos((long) (clients * 1e9 / ratePerSecond)), duration);
    }
  }

  /// How arrivals of an open loop lie beside each other.
  enum Spacing {
    /// The next arrival exactly when the integrated rate has grown by one.
    EVEN,
    /// Independent of one another, as strangers come: a Poisson process of the stages' rate.
    POISSON
  }
}
