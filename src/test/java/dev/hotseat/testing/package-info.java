/// Hand-written stand-ins for tests: a tiny live system, clocks that tests move.
///
/// Stands on the floors it stands in for; knows nothing of any one test. Start reading at
/// [dev.hotseat.testing.Kiosk].
@NullMarked
package dev.hotseat.testing;

import org.jspecify.annotations.NullMarked;
