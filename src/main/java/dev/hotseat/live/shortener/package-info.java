/// The live URL shortener: real SQL, real caches, real races, and every way a team has got it
/// wrong.
///
/// Floor 2, built on the kit of `live`; knows nothing of scenario files, sessions or HTTP servers.
/// Start reading at [dev.hotseat.live.shortener.Shortener], which serves the calls;
/// [dev.hotseat.live.shortener.ShortenerDesign] holds every name that can be seen from outside.
@NullMarked
package dev.hotseat.live.shortener;

import org.jspecify.annotations.NullMarked;
