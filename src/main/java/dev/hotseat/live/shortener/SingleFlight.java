package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.shortener.LinkCache.Load;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// One load of a key at a time; who comes meanwhile waits for that one and shares its outcome, the
/// failure too.
final class SingleFlight {
  private final Map<String, CompletableFuture<Found>> flights = new ConcurrentHashMap<>();

  Found join(String key, Load load) throws InterruptedException {
    CompletableFuture<Found> mine = new CompletableFuture<>();
    CompletableFuture<Found> underWay = flights.putIfAbsent(key, mine);
    return underWay == null ? fly(key, mine, load) : await(underWay);
  }

  private Found fly(String key, CompletableFuture<Found> flight, Load load)
      throws InterruptedException {
    try {
      Found found = load.run();
      flight.complete(found);
      return found;
    } catch (HopFailure failure) {
      flight.completeExceptionally(failure);
      throw failure;
    } finally {
      flights.remove(key, flight);
      flight.completeExceptionally(
          new HopFailure(503, new Why("load-abandoned", "cache", "The shared load was given up")));
    }
  }

  private static Found await(CompletableFuture<Found> flight) throws InterruptedException {
    try {
      return flight.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HopFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("a flight ends with a link or a hop's failure", e);
    }
  }
}
