package dev.hotseat.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Everything that changes one session, one thing at a time, in the order of arrival.
/*
 * The box is bounded: a session that cannot keep up says `BUSY` instead of growing. It has a thread
 * only while there is something in it, so that a thousand quiet sessions cost nothing.
 */
final class Mailbox {
  private static final int LETTERS_MAX = 256;

  private final BlockingQueue<Runnable> letters = new ArrayBlockingQueue<>(LETTERS_MAX);
  private final AtomicBoolean attended = new AtomicBoolean();
  private final String name;

  Mailbox(String name) {
    this.name = name;
  }

  /// Hands in work and waits for its outcome.
  ///
  /// @throws SessionRefusal `BUSY` when the box is full, or whatever the work throws
  <T> T ask(Supplier<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Runnable letter =
        () -> {
          try {
            outcome.complete(work.get());
          } catch (Throwable thrown) {
            outcome.completeExceptionally(thrown);
          }
        };
    if (!letters.offer(letter)) {
      throw new SessionRefusal(SessionRefusal.Kind.BUSY, "the session has too much to do");
    }
    attend();
    return answer(outcome);
  }

  private static <T> T answer(CompletableFuture<T> outcome) {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SessionRefusal refusal) {
        refusal.addSuppressed(e); // the asker's own stack
        throw refusal;
      }
      throw e;
    }
  }

  private void attend() {
    if (attended.compareAndSet(false, true)) {
      Thread.ofVirtual().name("session/" + name).start(this::empty);
    }
  }

  /*
   * A letter that arrives after the last poll and before `attended` is taken back would wait for the
   * next one; therefore the box is looked at once more.
   */
  private void empty() {
    do {
      try {
        for (Runnable next = letters.poll(); next != null; next = letters.poll()) {
          next.run();
        }
      } finally {
        attended.set(false);
      }
    } while (!letters.isEmpty() && attended.compareAndSet(false, true));
  }
}
