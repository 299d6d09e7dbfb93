package dev.hotseat.history;

import org.jspecify.annotations.Nullable;

/// What a till does in one go; anything may happen before the next.
@FunctionalInterface
interface Step {
  @Nullable Step go();
}
