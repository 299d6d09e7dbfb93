package dev.hotseat.fault;

import java.time.Instant;

/// A fault that is biting now.
public record FaultInForce(FaultKind kind, double intensity, Instant startedAt) {}
