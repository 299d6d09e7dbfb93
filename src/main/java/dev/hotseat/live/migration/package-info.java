/// The live customers service, whose table moves to another schema while clients read and write it:
/// two app versions side by side, real DDL, real locks, a real trigger, and an oracle that
/// remembers every acknowledged write.
///
/// Floor 2, built on the kit of `live`; knows nothing of scenario files, sessions or HTTP servers.
/// Start reading at [dev.hotseat.live.migration.Customers], which serves the calls, then at
/// [dev.hotseat.live.migration.Writes]; [dev.hotseat.live.migration.CustomersDesign] holds every
/// name that can be seen from outside.
@NullMarked
package dev.hotseat.live.migration;

import org.jspecify.annotations.NullMarked;
