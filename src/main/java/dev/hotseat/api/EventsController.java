package dev.hotseat.api;

import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.event.Entry;
import dev.hotseat.session.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The journal as it grows, as server-sent events. The id of an event is its place in the journal,
/// so a browser that lost the line comes back where it was.
@Controller("/api/sessions/{id}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventsController {
  private final Seats seats;
  private final EventStreams streams;

  EventsController(Seats seats, EventStreams streams) {
    this.seats = seats;
    this.streams = streams;
  }

  /// A stream; for a reader of JSON what there is so far, at once.
  @Get
  @Produces({Media.STREAM, Media.JSON})
  HttpResponse<?> events(
      String id,
      Caller caller,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String after,
      @QueryValue(defaultValue = "") String types) {
    Seat seat = seats.at(id, caller);
    String from =
        Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
            .filter(each -> !each.isBlank())
            .orElse(after);
    if (wantsJson(request)) {
      return HttpResponse.ok(soFar(seat, seq(from), types(types))).contentType(Media.JSON);
    }
    return HttpResponse.ok(streams.live(seat, seq(from), types(types)))
        .contentType(Media.STREAM)
        .header("X-Accel-Buffering", "no");
  }

  private static EntryJson.Entries soFar(Seat seat, long after, Set<String> types) {
    List<Entry> entries = seat.session().entries(after);
    Stream<Entry> known =
        seat.seesAll(seat.session().view())
            ? entries.stream()
            : Disclosure.of(entries, seat.session().scenario());
    return new EntryJson.Entries(
        known
            .map(EntryJson::of)
            .filter(entry -> types.isEmpty() || types.contains(entry.type()))
            .toList());
  }

  private static boolean wantsJson(HttpRequest<?> request) {
    Collection<MediaType> accepted = request.accept();
    return accepted.contains(MediaType.APPLICATION_JSON_TYPE)
        && !accepted.contains(MediaType.TEXT_EVENT_STREAM_TYPE);
  }

  /// Types of events to send, such as `spoke,answered`; empty for all.
  private static Set<String> types(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }

  private static long seq(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    try {
      long seq = Long.parseLong(text.strip());
      if (seq >= 0) {
        return seq;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the refusal
    }
    throw ProblemKind.field("Last-Event-ID", "the id of an event, a whole number", text);
  }
}
