package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;

/// What a session's stream keeps beside its entries: what must be known without reading them, and
/// what must never be read by a candidate.
///
/// @param scenario name of the scenario
/// @param liveId id of the live system
/// @param candidate hash of the candidate's token
/// @param interviewer hash of the interviewer's token
/// @param observer hash of the observer's token
/// @param clockSpeed session seconds per real second
@Serdeable
record About(
    String scenario,
    String liveId,
    String candidate,
    String interviewer,
    String observer,
    double clockSpeed) {}
