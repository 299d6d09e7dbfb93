/// The live orders service: four instances in two zones behind a balancer, with everything an
/// incident at night is made of: bounded threads, queues and pools, retries, pauses, releases.
///
/// Floor 2, built on the kit of `live`; knows nothing of scenario files, sessions or HTTP servers.
/// Start reading at [dev.hotseat.live.orders.Orders], which serves the calls;
/// [dev.hotseat.live.orders.OrdersDesign] holds every name that can be seen from outside.
@NullMarked
package dev.hotseat.live.orders;

import org.jspecify.annotations.NullMarked;
