package dev.hotseat.interview;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Spoke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The questions asked so far, and which of them is open.
///
/// @param asked in order
/// @param unsettled ids of those not closed, oldest first; the last may be open, the others were
///   interrupted
/// @param topIsOpen whether the last of these is open; otherwise it waits to be reopened
record Questions(List<Asked> asked, List<String> unsettled, boolean topIsOpen) {
  static final Questions NONE = new Questions(List.of(), List.of(), false);

  Questions {
    asked = List.copyOf(asked);
    unsettled = List.copyOf(unsettled);
  }

  /// @param loadSeconds since the entry before, spent while a load run went on
  Questions after(Entry entry, String phase, double loadSeconds) {
    Questions now =
        loadSeconds > 0
            ? open().map(each -> with(each.id(), one -> one.withLoad(loadSeconds))).orElse(this)
            : this;
    return now.taking(entry, phase);
  }

  private Questions taking(Entry entry, String phase) {
    double at = entry.elapsedSeconds();
    return switch (entry.event()) {
      case Spoke spoke -> said(spoke, phase, at);
      case QuestionClosed(String id, String how) -> closed(id, how, at);
      case HintGiven(String id, int number) -> with(id, each -> each.withHints(number));
      case Answered said when Command.in(said.text()) == Command.NONE ->
          open().map(each -> with(each.id(), Asked::withAnswer)).orElse(this);
      default -> this;
    };
  }

  Optional<Asked> open() {
    return topIsOpen ? top() : Optional.empty();
  }

  /// The one to go back to, when none is open.
  Optional<Asked> interrupted() {
    return topIsOpen ? Optional.empty() : top();
  }

  Optional<Asked> find(String id) {
    return asked.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  boolean known(String id) {
    return find(id).isPresent();
  }

  /// Seconds a question has been open, interruptions left out.
  double spent(Asked question, double now) {
    boolean running = topIsOpen && unsettled.getLast().equals(question.id());
    return question.spentBefore() + (running ? Math.max(0, now - question.openSince()) : 0);
  }

  private Optional<Asked> top() {
    return unsettled.isEmpty() ? Optional.empty() : find(unsettled.getLast());
  }

  private Questions said(Spoke spoke, String phase, double at) {
    return switch (spoke.kind()) {
      case QUESTION, FOLLOW_UP -> spoke.questionId().isEmpty() ? this : asking(spoke, phase, at);
      case PROBE -> with(spoke.questionId(), Asked::withProbe);
      case CHANGED_REQUIREMENT -> interruptedAt(at);
      case OPENING, CLARIFICATION, ACKNOWLEDGEMENT, HINT, NOTICE -> this;
    };
  }

  private Questions asking(Spoke spoke, String phase, double at) {
    if (known(spoke.questionId())) {
      boolean waiting =
          interrupted().filter(each -> each.id().equals(spoke.questionId())).isPresent();
      Questions same = with(spoke.questionId(), each -> waiting ? each.reopened(at) : each);
      return new Questions(same.asked, unsettled, topIsOpen || waiting);
    }
    Questions paused = interruptedAt(at);
    List<Asked> all = new ArrayList<>(paused.asked);
    all.add(Asked.now(spoke, phase, at));
    List<String> stack = new ArrayList<>(unsettled);
    stack.add(spoke.questionId());
    return new Questions(all, stack, true);
  }

  private Questions interruptedAt(double at) {
    return open()
        .map(top ->
            new Questions(with(top.id(), each -> each.interrupted(at)).asked, unsettled, false))
        .orElse(this);
  }

  private Questions closed(String id, String how, double at) {
    boolean wasOpen = open().filter(each -> each.id().equals(id)).isPresent();
    Questions marked = with(id, each -> (wasOpen ? each.interrupted(at) : each).closedAs(how));
    List<String> stack = unsettled.stream().filter(each -> !each.equals(id)).toList();
    return new Questions(marked.asked, stack, topIsOpen && !wasOpen);
  }

  private Questions with(String id, UnaryOperator<Asked> change) {
    List<Asked> next =
        asked.stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList();
    return new Questions(next, unsettled, topIsOpen);
  }
}
