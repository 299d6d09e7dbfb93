/// A shop's orders: a real table of 200,000 rows that is read and written all the time, a query
/// that scans it, and the ways to give it an index while nobody may notice.
///
/// Floor 2, built on the kit of `live`; knows nothing of scenario files, sessions or HTTP servers.
/// Start reading at [dev.hotseat.live.catalogue.Shop], which serves the calls;
/// [dev.hotseat.live.catalogue.CatalogueDesign] holds every name that can be seen from outside.
@NullMarked
package dev.hotseat.live.catalogue;

import org.jspecify.annotations.NullMarked;
