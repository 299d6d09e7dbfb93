package dev.hotseat.gate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/// What one call to a live system may be.
///
/// @param bodyBytesMax largest request body
@ConfigurationProperties("hotseat.gate")
public record GateConfig(@Bindable(defaultValue = "65536") @Min(0) int bodyBytesMax) {}
