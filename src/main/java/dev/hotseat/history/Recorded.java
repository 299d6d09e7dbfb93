package dev.hotseat.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A history as it stood at a moment.
///
/// @param operations in the order of invocation
/// @param dropped operations that were made and not kept, because the history was full
public record Recorded(List<Operation> operations, long dropped) {

  public Recorded {
    operations = List.copyOf(operations);
  }

  /// The same history in which completions after `mark` are not known yet.
  ///
  /// Books are read while load runs, so they are older or younger than the history. Take the mark
  /// first, then the books, then the history: nothing told after the mark is held against the
  /// books, and nothing in the books lacks its invocation.
  public Recorded knownBy(long mark) {
    return new Recorded(operations.stream().map(each -> each.knownBy(mark)).toList(), dropped);
  }

  /// The operations of some actions, by subject.
  public Map<String, List<Operation>> bySubject(Set<String> actions) {
    Map<String, List<Operation>> found = new LinkedHashMap<>();
    for (Operation each : operations) {
      if (actions.contains(each.action())) {
        found.computeIfAbsent(each.subject(), _ -> new ArrayList<>(2)).add(each);
      }
    }
    return found;
  }
}
