package dev.hotseat.live;

/// The real work behind a hop.
@FunctionalInterface
public interface Work<T, E extends Exception> {
  T run() throws E, InterruptedException;
}
