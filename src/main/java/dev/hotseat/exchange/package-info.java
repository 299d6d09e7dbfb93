/// What is sent to a live system and what comes back.
///
/// Floor 1. Stands on nothing; knows nothing of HTTP servers, sessions or how a reply is made. A
/// curl, the load generator, a rehearsal and the interviewer's own checks all speak these records.
/// Start reading at [dev.hotseat.exchange.Target].
@NullMarked
package dev.hotseat.exchange;

import org.jspecify.annotations.NullMarked;
