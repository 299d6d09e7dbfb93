package dev.hotseat.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// How long any test waits for what it waits for, unless it says so itself.
///
/// What comes is never waited for longer than it takes, so a long patience costs nothing but where
/// something is broken; the ten seconds that are usual were not enough on a crowded machine.
public final class Patience implements BeforeAllCallback {
  private static final Duration USUAL = Duration.ofSeconds(60);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(USUAL);
  }
}
