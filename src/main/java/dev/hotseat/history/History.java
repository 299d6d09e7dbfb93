package dev.hotseat.history;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Records what clients asked and what they were told, while they ask.
///
/// Any number of threads may record. At most `operationsMax` operations are kept; later ones are
/// counted and not kept, and the verdict over such a history says that it is incomplete.
public final class History {

  /*
   * One counter gives every invocation and every completion its position. Taking the position
   * before the call is sent and after its answer is here makes "a was over before b began" a
   * comparison of two numbers, which no pair of clocks read by two threads could promise.
   */
  private static final class Pages {
    private final AtomicLong position = new AtomicLong();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final Queue<Pending> operations = new ConcurrentLinkedQueue<>();
  }

  private final int operationsMax;
  private volatile Pages pages = new Pages();

  public History(int operationsMax) {
    if (operationsMax < 1) {
      throw new IllegalArgumentException("keeps no operation: " + operationsMax);
    }
    this.operationsMax = operationsMax;
  }

  /// A client is about to send a call.
  ///
  /// @param client who asks; one client asks one thing at a time
  /// @param action what kind of thing is asked, such as `charge`
  /// @param subject what the client wants done once, or the register it reads and writes; every
  ///   attempt at the same wish has the same subject
  /// @param asked the value that goes with it: an amount in minor units, or the value written
  public Pending invoke(String client, String action, String subject, long asked) {
    Pages now = pages;
    var pending =
        new Pending(now.position, now.position.incrementAndGet(), client, action, subject, asked);
    if (now.kept.incrementAndGet() > operationsMax) {
      now.kept.decrementAndGet();
      now.dropped.incrementAndGet();
    } else {
      now.operations.add(pending);
    }
    return pending;
  }

  /// The position reached: whatever completes from now on has a greater one.
  public long mark() {
    return pages.position.get();
  }

  /// What has been recorded so far, in the order of invocation. Calls that are still out count as
  /// unknown.
  public Recorded recorded() {
    Pages now = pages;
    return new Recorded(
        now.operations.stream().map(Pending::seen).sorted(Operation.BY_INVOCATION).toList(),
        now.dropped.get());
  }

  /// Operations kept so far.
  public int size() {
    return pages.kept.get();
  }

  /// Starts anew. Calls that are out are forgotten with the rest.
  public void clear() {
    pages = new Pages();
  }
}
