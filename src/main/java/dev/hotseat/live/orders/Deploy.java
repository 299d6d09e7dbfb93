package dev.hotseat.live.orders;

import java.time.Instant;

/// One line of the deploy history.
///
/// @param id such as `d-118`
/// @param who a person or a robot
/// @param service whose deploy it was; ours is [Releases#OURS]
/// @param summary one line
/// @param diff what changed, as a reviewer saw it
/// @param before what our service ran before
/// @param after what our service ran afterwards; the same for a deploy of another service
record Deploy(
    String id,
    Instant at,
    String who,
    String service,
    String summary,
    String diff,
    Version before,
    Version after) {
  boolean ours() {
    return service.equals(Releases.OURS);
  }
}
