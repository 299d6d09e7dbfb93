package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.event.SessionEvent.Spoke;
import org.jspecify.annotations.Nullable;

/// A question that was asked.
///
/// @param phase in which it was asked
/// @param askedAt on the session's clock
/// @param openSince when it was last opened; it may have been interrupted
/// @param spentBefore seconds it was open before that
/// @param loadSeconds of the time it was open, spent while a load run went on
/// @param probed whether the probe was used
/// @param hints given so far
/// @param addressed whether the candidate said anything to it beyond "next" and the like
/// @param closed how it was closed; empty while it is not
record Asked(
    String id,
    String text,
    Spoke.Kind kind,
    @Nullable Because because,
    String phase,
    double askedAt,
    double openSince,
    double spentBefore,
    double loadSeconds,
    boolean probed,
    int hints,
    boolean addressed,
    String closed) {

  static Asked now(Spoke spoke, String phase, double at) {
    return new Asked(
        spoke.questionId(),
        spoke.text(),
        spoke.kind(),
        spoke.because(),
        phase,
        at,
        at,
        0,
        0,
        false,
        0,
        false,
        "");
  }

  boolean followUp() {
    return kind == Spoke.Kind.FOLLOW_UP;
  }

  Asked reopened(double at) {
    return with(at, spentBefore, loadSeconds, probed, hints, addressed, closed);
  }

  Asked interrupted(double at) {
    double spent = spentBefore + at - openSince;
    return with(at, spent, loadSeconds, probed, hints, addressed, closed);
  }

  Asked withLoad(double seconds) {
    return with(openSince, spentBefore, loadSeconds + seconds, probed, hints, addressed, closed);
  }

  Asked withProbe() {
    return with(openSince, spentBefore, loadSeconds, true, hints, addressed, closed);
  }

  Asked withHints(int given) {
    return with(openSince, spentBefore, loadSeconds, probed, given, addressed, closed);
  }

  Asked withAnswer() {
    return with(openSince, spentBefore, loadSeconds, probed, hints, true, closed);
  }

  Asked closedAs(String how) {
    return with(openSince, spentBefore, loadSeconds, probed, hints, addressed, how);
  }

  private Asked with(
      double since, double spent, double load, boolean probe, int given, boolean said, String how) {
    return new Asked(
        id, text, kind, because, phase, askedAt, since, spent, load, probe, given, said, how);
  }
}
