package dev.hotseat.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShortTurnsTest {
  private static final long SHORT_NANOS = 100_000;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\b.*");

  @Test
  void askingNeverFails() {
    assertThat(turnOn(Thread.ofPlatform().factory(), true)).isNotNegative();
  }

  @Test
  void whoAskedHasShorterTurnsThanWhoDidNot() {
    onASystemThatListens();

    assertThat(turnOn(Thread.ofPlatform().factory(), true)).isEqualTo(SHORT_NANOS);
    assertThat(turnOn(Thread.ofPlatform().factory(), false)).isGreaterThan(SHORT_NANOS);
  }

  @Test
  void aVirtualThreadDoesNotAskInTheNameOfItsCarrier() {
    onASystemThatListens();

    assertThat(turnOn(Thread.ofVirtual().factory(), true)).isGreaterThan(SHORT_NANOS);
  }

  private static long turnOn(ThreadFactory threads, boolean asking) {
    var turn = new CompletableFuture<Long>();
    threads
        .newThread(() -> {
          if (asking) {
            ShortTurns.ask();
          }
          turn.complete(ShortTurns.nanos());
        })
        .start();
    return turn.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /// Linux from 6.12 on.
  private static void onASystemThatListens() {
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
    assumeThat(System.getProperty("os.arch")).isIn("amd64", "aarch64");
    Matcher version = VERSION.matcher(System.getProperty("os.version"));
    assumeThat(version.matches()).isTrue();
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    assumeThat(100 * major + minor).isGreaterThanOrEqualTo(612);
  }
}
