package dev.hotseat.session;

import dev.hotseat.event.Entry;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// Everything held about a session.
@Serdeable
public record Export(
    String id, String scenario, Instant openedAt, Instant exportedAt, List<Entry> entries) {
  public Export {
    entries = List.copyOf(entries);
  }
}
