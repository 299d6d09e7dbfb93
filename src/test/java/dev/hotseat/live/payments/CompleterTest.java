package dev.hotseat.live.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A request that is slow to ask the provider, and the completer that takes its payment up
/// meanwhile.
class CompleterTest {
  private static final int PAYMENTS = 60;

  /// Between the claim and the question lies a copy of the key to the other region, through a slow
  /// store: time enough for the completer. Either of the two may find the provider out of reach.
  @ParameterizedTest
  @ValueSource(strings = {"off", "on-definite-error"})
  void whoCannotReachTheProviderLeavesThePaymentToWhoMayHave(String secondProvider)
      throws InterruptedException {
    try (Rig rig =
        Rig.right(
            "key-copies",
            "synchronous",
            "completer-every",
            "200",
            "second-provider",
            secondProvider)) {
      rig.fault("store-slow", 300);
      rig.fault("provider-down", 0.5);
      List<Reply> _ = all(rig);
      rig.stop("store-slow");
      rig.stop("provider-down");
      await()
          .atMost(60, SECONDS)
          .until(() -> all(rig).stream().allMatch(reply -> reply.status() == 201));
      await().atMost(60, SECONDS).until(() -> rig.number("SELECT COUNT(*) FROM unfinished") == 0);

      assertThat(rig.number("SELECT COUNT(*) FROM trail WHERE what = 'taken-up'")).isPositive();
      assertThat(rig.audit().get("findings")).isEmpty();
    }
  }

  private static List<Reply> all(Rig rig) {
    return Rig.together(
        IntStream.range(0, PAYMENTS)
            .<Callable<Reply>>mapToObj(number -> () -> rig.pay("key-" + number))
            .toList());
  }

  @Test
  void aPaymentThatNobodyElseTookUpFailsAtOnce() throws InterruptedException {
    try (Rig rig = Rig.right("completer-every", "60000")) {
      rig.fault("provider-down", 1);

      assertThat(rig.pay("key").status()).isEqualTo(503);
      assertThat(rig.number("SELECT COUNT(*) FROM unfinished")).isZero();
    }
  }
}
