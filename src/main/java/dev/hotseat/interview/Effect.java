package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.event.SessionEvent.Spoke;
import org.jspecify.annotations.Nullable;

/// Something the interviewer wants done. Whoever performs it appends the outcome to the journal,
/// and only that entry changes the interview's state.
public sealed interface Effect {
  /// Say something; with a question id, that question opens.
  record Say(String text, Spoke.Kind kind, String questionId, @Nullable Because because)
      implements Effect {}

  /// Enter a phase.
  record EnterPhase(String phase) implements Effect {}

  /// Close the open question.
  record CloseQuestion(String questionId, String how) implements Effect {}

  /// Give a hint, because the candidate asked for one in words; the outcome is a `HintGiven`, after
  /// which the interviewer says the hint.
  record GiveHint(String questionId, int number) implements Effect {}

  /// Start a fault, once the baseline holds; asked again each second until it has started.
  ///
  /// @param intensity absent for the fault's usual one
  /// @param forced without waiting for the baseline
  record StartFault(String fault, @Nullable Double intensity, boolean forced) implements Effect {}

  /// Stop a fault.
  record StopFault(String fault) implements Effect {}

  /// Keep evidence read off live state.
  record KeepSignal(String signal, Because because) implements Effect {}

  /// End the interview.
  record End(String why) implements Effect {}
}
