package dev.hotseat.api;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A line of the journal for clients.
@Serdeable
record EntryJson(long seq, Instant at, double elapsedSeconds, SessionEvent event) {

  @Serdeable
  record Entries(List<EntryJson> entries) {}

  static EntryJson of(Entry entry) {
    return new EntryJson(entry.seq(), entry.at(), entry.elapsedSeconds(), entry.event());
  }

  /// The event's type as it is written in JSON, such as `levers-changed`.
  String type() {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
