package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fault that the system can be given, and whether it bites.
///
/// @param intensity in force, or the usual one while it is not
/// @param unit of the intensity, empty for on/off faults
/// @param where the hop or part it bites
/// @param candidate whether the candidate may start it
/// @param by who started it: `script`, `candidate` or `interviewer`; empty while it does not bite
/// @param startedAt absent while it does not bite
@Serdeable
public record FaultView(
    String name,
    String meaning,
    boolean active,
    double intensity,
    String unit,
    double min,
    double max,
    String where,
    boolean candidate,
    String by,
    @Nullable Instant startedAt) {}
