/// Who may do what: tokens, roles, and the doors that keep other sites and other sessions out.
///
/// Floor 6. Stands on `session` for whom a token belongs to; knows nothing of what a route does.
/// Start reading at [dev.hotseat.api.access.Routes].
@NullMarked
package dev.hotseat.api.access;

import org.jspecify.annotations.NullMarked;
