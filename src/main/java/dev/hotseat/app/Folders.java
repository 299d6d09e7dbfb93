package dev.hotseat.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/// Where the server reads and writes.
///
/// @param data journals, kept over restarts
/// @param scenarios one folder per scenario
@ConfigurationProperties("hotseat")
public record Folders(
    @Bindable(defaultValue = "./data") @NotNull Path data,
    @Bindable(defaultValue = "./scenarios") @NotNull Path scenarios) {}
