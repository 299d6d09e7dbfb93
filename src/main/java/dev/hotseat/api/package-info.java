/// JSON, terminal text and event streams in and out: the HTTP surface of the product.
///
/// Floor 6. Stands on `session` and what is below; translates and decides nothing of the interview.
/// Refusals are in `problem`, who may do what in `access`, reading bodies in `body`, the layout for
/// terminals in `text`. Start reading at [dev.hotseat.api.access.Routes], the list of who may what.
@NullMarked
package dev.hotseat.api;

import org.jspecify.annotations.NullMarked;
