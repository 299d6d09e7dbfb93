package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;

/// Why something a client sent is not accepted.
///
/// @param status HTTP status it deserves
/// @param reason code in kebab case
/// @param field the part of the request it is about
/// @param detail one sentence for a person
record Objection(int status, String reason, String field, String detail) {

  /// The request is understood, but this field cannot be taken.
  static Objection to(String field, String reason, String detail) {
    return new Objection(422, reason, field, detail);
  }

  Reply reply() {
    return Reply.refused(status, new Why(reason, field, detail));
  }
}
