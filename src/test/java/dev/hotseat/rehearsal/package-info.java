/// Scripted candidates that play whole interviews through the public HTTP API.
@NullMarked
package dev.hotseat.rehearsal;

import org.jspecify.annotations.NullMarked;
