package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What a human interviewer does with a follow-up.
///
/// @param followUp question id of the follow-up
/// @param what `hold`, `release`, `skip`, `ask` or `edit`
/// @param text the edited words, only with `edit`
@Serdeable
public record Steering(String followUp, String what, @Nullable String text) {}
