/// How the server says no: one form (RFC 9457), from one list.
///
/// Floor 6. Stands on the framework's error hooks only; knows nothing of sessions. Every error of
/// the framework takes the same form here. Start reading at [dev.hotseat.api.problem.ProblemKind].
@NullMarked
package dev.hotseat.api.problem;

import org.jspecify.annotations.NullMarked;
