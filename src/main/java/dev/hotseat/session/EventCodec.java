package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.journal.Line;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.config.SerializationConfiguration;
import io.micronaut.serde.config.annotation.SerdeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Entries as lines of the journal, and back.
final class EventCodec {
  /*
   * What the server's JSON leaves out to be brief, the journal must hold: an empty text that is left
   * out comes back as none at all. So nothing that is configured for clients reaches this mapper.
   */
  private static final SerializationConfiguration WHOLE =
      new SerializationConfiguration() {
        @Override
        public SerdeConfig.SerInclude getInclusion() {
          return SerdeConfig.SerInclude.ALWAYS;
        }

        @Override
        public boolean isAlwaysSerializeErrorsAsList() {
          return true;
        }
      };

  private final ObjectMapper json;

  EventCodec(ObjectMapper json) {
    this.json = json.cloneWithConfiguration(null, WHOLE, null);
  }

  List<Line> lines(List<Entry> entries) {
    return entries.stream().map(this::line).toList();
  }

  private Line line(Entry entry) {
    return new Line(
        entry.seq(),
        entry.at(),
        entry.elapsedSeconds(),
        entry.event().getClass().getSimpleName(),
        write(entry.event(), SessionEvent.class));
  }

  /// @throws SessionRefusal `UNREADABLE` when the line does not hold an event of this version
  Entry entry(Line line) {
    try {
      SessionEvent event = read(line.payload(), SessionEvent.class);
      return new Entry(line.seq(), line.at(), line.elapsedSeconds(), event);
    } catch (SessionRefusal unreadable) {
      throw new SessionRefusal(
          SessionRefusal.Kind.UNREADABLE,
          "entry " + line.seq() + " (" + line.type() + "): " + unreadable.getMessage());
    }
  }

  <T> String write(T value, Class<T> type) {
    try {
      return json.writeValueAsString(Argument.of(type), value);
    } catch (IOException e) {
      throw new UncheckedIOException("records of this package can always be written", e);
    }
  }

  <T> T read(String text, Class<T> type) {
    try {
      T value = json.readValue(text, type);
      if (value == null) {
        throw new IOException("nothing in it");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw new SessionRefusal(
          SessionRefusal.Kind.UNREADABLE,
          type.getSimpleName() + " cannot be read: " + e.getMessage());
    }
  }
}
