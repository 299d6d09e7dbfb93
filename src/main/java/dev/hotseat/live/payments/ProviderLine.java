package dev.hotseat.live.payments;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One part's line to the providers: asks, and waits so long and no longer.
final class ProviderLine {
  /// The reason of a crossing that surely did not reach the provider.
  private static final String DOWN = "provider-down";

  private final Map<String, Hop> hops = new HashMap<>();
  private final Map<String, Provider> providers = new HashMap<>();

  ProviderLine(Kit kit, String from, Map<String, Provider> providers) {
    this.providers.putAll(providers);
    providers.keySet().forEach(name -> hops.put(name, kit.hop(from + ">" + name)));
  }

  /// Asks a provider to do something.
  Answer charge(Visit visit, String provider, Errand errand, Duration patience)
      throws InterruptedException {
    return crossing(visit, provider, () -> answer(provider(provider).begin(errand), patience));
  }

  /// Asks a provider what became of the errand with a key; silent where it does not know of it, or
  /// cannot be asked.
  Answer query(Visit visit, String provider, String merchantKey) throws InterruptedException {
    if (merchantKey.isEmpty()) {
      return new Answer.Silent();
    }
    Answer found =
        crossing(
            visit,
            provider,
            () -> provider(provider).ask(merchantKey).orElseGet(Answer.Silent::new));
    return found instanceof Answer.Unreachable ? new Answer.Silent() : found;
  }

  private Answer crossing(Visit visit, String provider, Work<Answer, RuntimeException> work)
      throws InterruptedException {
    Hop hop = hops.get(provider);
    if (hop == null) {
      throw new IllegalArgumentException("no way to " + provider);
    }
    try {
      return hop.cross(visit, work);
    } catch (HopFailure failure) {
      if (failure.why().reason().equals(DOWN)) {
        return new Answer.Unreachable();
      }
      throw failure;
    }
  }

  private static Answer answer(CompletableFuture<Answer> coming, Duration patience)
      throws InterruptedException {
    try {
      return coming.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return new Answer.Silent();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the provider broke", broken);
    }
  }

  private Provider provider(String name) {
    Provider found = providers.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no provider " + name);
    }
    return found;
  }
}
