package dev.hotseat.live.migration;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;

/// Why a request is not carried out as it stands.
record Objection(int status, String reason, String where, String detail) {
  static Objection notFound(long id) {
    return new Objection(404, "not-found", "id", "There is no customer " + id);
  }

  Reply reply() {
    return Reply.refused(status, new Why(reason, where, detail));
  }
}
