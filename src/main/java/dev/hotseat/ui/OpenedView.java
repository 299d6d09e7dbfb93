package dev.hotseat.ui;

import dev.hotseat.session.Opening;
import dev.hotseat.session.SessionView;

/// A session just opened for several people, with the links to hand out. They are shown this once:
/// the server keeps only what it needs to recognise them.
///
/// @param candidate link for the hot seat
/// @param interviewer link for who leads
/// @param observer link for who watches
public record OpenedView(
    SessionView session, String candidate, String interviewer, String observer) {
  static OpenedView of(Opening opening, String origin) {
    String join = origin + "/join/";
    return new OpenedView(
        opening.session().view(),
        join + opening.tokens().candidate(),
        join + opening.tokens().interviewer(),
        join + opening.tokens().observer());
  }
}
