package dev.hotseat.load;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/// Clients of an open loop who lose patience, and clients who try again.
///
/// Any thread may hand in a failed attempt; everything else happens on the pacer's thread, so that
/// further attempts enter the ring in the order of their due times like all others.
final class Comebacks implements Returns {
  private final Retry retry;
  private final RandomGenerator random;
  private final boolean watchesPatience;
  private final Queue<Failure> handedIn = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Comeback> due =
      new PriorityQueue<>(Comparator.comparingLong(Comeback::atNanos));
  private final Deque<Attempt> waiting = new ArrayDeque<>();

  Comebacks(Profile profile, RandomGenerator random) {
    this.retry = profile.retry();
    this.random = random;
    this.watchesPatience = retry.attemptsMax() > 1 && profile.patience().nanos() != Long.MAX_VALUE;
  }

  @Override
  public boolean accept(Attempt failed, long atNanos, String why, long toldNanos) {
    return failed.number() < retry.attemptsMax()
        && handedIn.add(new Failure(failed, atNanos, why, toldNanos));
  }

  /// Sends an attempt, and minds its client's patience where the client might try again. A client
  /// who would not is found to have left when the answer comes.
  void send(Attempt attempt, Senders senders) {
    if (watchesPatience) {
      waiting.add(attempt);
    }
    senders.send(attempt);
  }

  /// Lets clients leave and come back whose time it is.
  void look(long nowNanos, Senders senders, Outcomes outcomes) {
    if (retry.attemptsMax() == 1) {
      return;
    }
    leave(nowNanos, outcomes);
    schedule();
    while (!due.isEmpty() && due.peek().atNanos <= nowNanos) {
      Comeback next = due.remove();
      send(next.failure.attempt.again(next.atNanos), senders);
    }
  }

  /// When to look again; clients who leave are seen to at that time or when the next call is due.
  long nextNanos() {
    return due.isEmpty() ? Long.MAX_VALUE : due.peek().atNanos;
  }

  /// Whether anyone may try again, so that looks must not be far apart.
  boolean awaited() {
    return retry.attemptsMax() > 1;
  }

  /// Takes the failures of all who would still have come back as their answers.
  void giveUp(Outcomes outcomes) {
    schedule();
    for (Comeback never : due) {
      Failure failure = never.failure;
      outcomes.ended(failure.attempt, failure.atNanos, failure.why);
    }
    due.clear();
  }

  /*
   * All attempts of a run have the same patience and are sent in the order of their due times, so
   * the first in line is the first to leave; whoever was answered just drops out of the line.
   */
  private void leave(long nowNanos, Outcomes outcomes) {
    while (!waiting.isEmpty()) {
      Attempt first = waiting.peek();
      if (!first.isSettled() && !first.abandonedAt(nowNanos)) {
        return;
      }
      waiting.remove();
      outcomes.lostPatience(first, nowNanos);
    }
  }

  private void schedule() {
    for (Failure next = handedIn.poll(); next != null; next = handedIn.poll()) {
      long wait = Waits.beforeNextNanos(retry, next.attempt.number(), next.toldNanos, random);
      due.add(new Comeback(next.atNanos + wait, next));
    }
  }

  private record Failure(Attempt attempt, long atNanos, String why, long toldNanos) {}

  private record Comeback(long atNanos, Failure failure) {}
}
