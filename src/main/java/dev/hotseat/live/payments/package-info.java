/// The live payments API: real transactions, real unique keys, a provider with a book of its own,
/// processes that really die, and every way a team has charged twice.
///
/// Floor 2, built on the kit of `live` and on `history`; knows nothing of scenario files, sessions
/// or HTTP servers. Start reading at [dev.hotseat.live.payments.Payments], which serves the calls;
/// [dev.hotseat.live.payments.PaymentsDesign] holds every name that can be seen from outside.
@NullMarked
package dev.hotseat.live.payments;

import org.jspecify.annotations.NullMarked;
