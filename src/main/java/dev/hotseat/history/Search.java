package dev.hotseat.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for an order that explains the answers of one subject.
///
/// The algorithm of Wing and Gong (*Testing and verifying concurrent objects*, 1993) with the
/// memory that Lowe added (*Testing for linearizability*, 2017): an operation whose call stands
/// before the first return in the list may come next; one that the model accepts is lifted out, one
/// that leads nowhere is put back, and what was tried already (the same set of operations, the same
/// state) is not tried again.
final class Search {

  /// How a search ended.
  sealed interface Outcome {
    record Explained() implements Outcome {}

    /// @param at the operation that had to be next and could not be
    record Unexplained(Operation at) implements Outcome {}

    record GaveUp() implements Outcome {}
  }

  private record Event(long position, Node node) {}

  private record Lifted(Node call, long stateBefore) {}

  private record Tried(BitSet done, long state) {}

  private final Model model;
  private final List<Operation> operations;
  private final long stepsMax;
  private final Node head = new Node(-1, false, null);
  private final Deque<Lifted> lifted = new ArrayDeque<>();
  private final Set<Tried> tried = new HashSet<>();
  private final BitSet done = new BitSet();
  private int toExplain;
  private long state;

  Search(Model model, List<Operation> operations, long stepsMax) {
    this.model = model;
    this.operations = operations;
    this.stepsMax = stepsMax;
    this.state = model.initial();
    link();
  }

  private void link() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation each = operations.get(i);
      boolean returned = !each.isUnknown();
      Node end = returned ? new Node(i, false, null) : null;
      events.add(new Event(each.invoked(), new Node(i, true, end)));
      if (end != null) {
        events.add(new Event(each.completed(), end));
        toExplain++;
      }
    }
    events.sort(Comparator.comparingLong(Event::position));
    Node last = head;
    for (Event each : events) {
      last.join(each.node());
      last = each.node();
    }
  }

  /*
   * Unknown operations have a call and no return: they may be lifted at any time after their call,
   * and the search is over when only such calls are left, because they may as well never happen.
   */
  Outcome run() {
    Node at = head.next();
    Operation stuck = null;
    int deepest = -1;
    for (long steps = 0; toExplain > 0; steps++) {
      if (steps == stepsMax) {
        return new Outcome.GaveUp();
      }
      if (at != null && at.isCall()) {
        at = lifts(at) ? head.next() : at.next();
        continue;
      }
      if (at != null && lifted.size() > deepest) {
        deepest = lifted.size();
        stuck = operations.get(at.index());
      }
      if (lifted.isEmpty()) {
        return new Outcome.Unexplained(stuck == null ? operations.getFirst() : stuck);
      }
      at = putBack();
    }
    return new Outcome.Explained();
  }

  private boolean lifts(Node call) {
    OptionalLong after = model.after(state, operations.get(call.index()));
    if (after.isEmpty() || !isNew(call.index(), after.getAsLong())) {
      return false;
    }
    lifted.push(new Lifted(call, state));
    state = after.getAsLong();
    done.set(call.index());
    toExplain -= call.lift();
    return true;
  }

  private boolean isNew(int index, long after) {
    BitSet with = (BitSet) done.clone();
    with.set(index);
    return tried.add(new Tried(with, after));
  }

  private @Nullable Node putBack() {
    Lifted last = lifted.pop();
    state = last.stateBefore();
    done.clear(last.call().index());
    toExplain += last.call().putBack();
    return last.call().next();
  }
}
