/// One candidate's run of a scenario from open to end: live system, interviewer, clock and journal
/// under one roof.
///
/// Floor 5. Stands on everything below; knows nothing of HTTP, pages or rooms. Every message
/// becomes events, is durable before it is acknowledged, and is folded by the interviewer. Start
/// reading at [dev.hotseat.session.Sessions].
@NullMarked
package dev.hotseat.session;

import org.jspecify.annotations.NullMarked;
