package dev.hotseat.history;

import org.jspecify.annotations.Nullable;

/// A call or a return in the doubly linked list of what a [Search] has not explained yet. Taken
/// out, it remembers its neighbours, so that it can be put back where it was.
final class Node {
  private final int index;
  private final boolean call;
  private final @Nullable Node end;
  private @Nullable Node previous;
  private @Nullable Node next;

  /// @param end the return that belongs to a call; null for a return, and for a call that never
  ///   returned
  Node(int index, boolean call, @Nullable Node end) {
    this.index = index;
    this.call = call;
    this.end = end;
  }

  int index() {
    return index;
  }

  boolean isCall() {
    return call;
  }

  @Nullable Node next() {
    return next;
  }

  void join(Node after) {
    next = after;
    after.previous = this;
  }

  /// Takes a call and its return out of the list.
  ///
  /// @return how many operations that explains: none where the call never returned
  int lift() {
    unlink();
    if (end == null) {
      return 0;
    }
    end.unlink();
    return 1;
  }

  /// Undoes [#lift], in the opposite order.
  int putBack() {
    if (end != null) {
      end.relink();
    }
    relink();
    return end == null ? 0 : 1;
  }

  private void unlink() {
    if (previous != null) {
      previous.next = next;
    }
    if (next != null) {
      next.previous = previous;
    }
  }

  private void relink() {
    if (previous != null) {
      previous.next = this;
    }
    if (next != null) {
      next.previous = this;
    }
  }
}
