package dev.hotseat.load;

import dev.hotseat.exchange.Refusal;
import java.time.Duration;

/// What a client does when an attempt failed, or when it lost patience waiting for it.
public sealed interface Retry {
  /// All attempts of one arrival, the first one included.
  int attemptsMax();

  /// Takes the failure as the answer.
  record None() implements Retry {
    @Override
    public int attemptsMax() {
      return 1;
    }
  }

  /// Tries again in the same instant, as impatient programs do. Feeds an overload.
  record AtOnce(int attemptsMax) implements Retry {
    public AtOnce {
      checked(attemptsMax);
    }
  }

  /// Waits before each further attempt, twice as long at most as before the last one, and by chance
  /// anywhere up to that, so that clients who failed together do not come back together.
  ///
  /// @param attemptsMax all attempts, the first one included
  /// @param first longest wait before the second attempt
  /// @param longest no wait is longer than this
  record BackOff(int attemptsMax, Duration first, Duration longest) implements Retry {
    public BackOff {
      checked(attemptsMax);
      if (!first.isPositive() || longest.compareTo(first) < 0) {
        throw new Refusal(
            "retry", "a first wait above zero, not above the longest", first + ", " + longest);
      }
    }
  }

  /// Comes back when the answer says so in `Retry-After`, to the second: well-behaved clients, who
  /// all come at once when all are told the same.
  ///
  /// @param attemptsMax all attempts, the first one included
  /// @param otherwise wait where the answer does not say
  record AsTold(int attemptsMax, Duration otherwise) implements Retry {
    public AsTold {
      checked(attemptsMax);
      if (otherwise.isNegative()) {
        throw new Refusal("retry", "a wait of zero or more", otherwise.toString());
      }
    }
  }

  private static void checked(int attemptsMax) {
    if (attemptsMax < 2 || attemptsMax > 10) {
      throw new Refusal("retry.attempts", "2..10", Integer.toString(attemptsMax));
    }
  }
}
