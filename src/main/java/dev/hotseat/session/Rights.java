package dev.hotseat.session;

import dev.hotseat.session.SessionRefusal.Kind;

/// Who may do what to a session at this moment, and how long what they write may be.
final class Rights {
  private final Core core;
  private final int charsMax;

  Rights(Core core, int charsMax) {
    this.core = core;
    this.charsMax = charsMax;
  }

  /// Who may change anything: not an observer, and nobody after the end.
  void mayWrite(Role by) {
    if (core.story().ended()) {
      throw Core.ended();
    }
    if (by == Role.OBSERVER) {
      throw new SessionRefusal(Kind.NOT_ALLOWED, "An observer only watches.");
    }
  }

  /// Who may work on the system: not a candidate while the session is paused.
  void mayAct(Role by) {
    mayWrite(by);
    if (core.story().interview().paused() && !by.leads()) {
      throw new SessionRefusal(Kind.PAUSED, "The session is paused.");
    }
  }

  /// Who holds the clock: in an interview the interviewer, in practice whoever practises.
  void mayHoldTheClock(Role by) {
    mayWrite(by);
    if (!by.leads() && !core.story().opening().mode().equals("practice")) {
      throw new SessionRefusal(Kind.NOT_ALLOWED, "Only the interviewer stops the clock.");
    }
  }

  String checked(String field, String text) {
    if (text.length() > charsMax) {
      throw SessionRefusal.invalid(
          field, "at most " + charsMax + " characters", text.length() + " characters");
    }
    return text.strip();
  }

  /// As the journal writes it: a host acts as an interviewer.
  static String word(Role by) {
    return by.leads() ? Role.INTERVIEWER.word() : by.word();
  }
}
