package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import java.util.Map;

/// Why a request is not accepted.
///
/// @param status HTTP status it deserves
/// @param reason code in kebab case
/// @param field the part of the request it is about
/// @param detail one sentence for a person
record Objection(int status, String reason, String field, String detail) {
  Reply reply() {
    return Reply.refused(status, new Why(reason, field, detail));
  }

  /// The same for who may ask again after a second.
  Reply laterReply() {
    return new Reply(status, Map.of("Retry-After", "1"), "", new Why(reason, field, detail));
  }
}
