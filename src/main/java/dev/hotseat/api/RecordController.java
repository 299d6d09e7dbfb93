package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Export;
import dev.hotseat.session.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// What is kept of a session: replay, export, the interviewer's notes.
@Controller("/api/sessions/{id}")
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordController {
  private static final int NOTE_CHARS_MAX = 4_000;
  private static final int NAME_MAX = 100;
  private static final double SPEED_MAX = 1_000;

  private final Seats seats;
  private final Sessions sessions;
  private final Replays replays;

  RecordController(Seats seats, Sessions sessions, Replays replays) {
    this.seats = seats;
    this.sessions = sessions;
    this.replays = replays;
  }

  @Serdeable
  record Note(long seq, Instant at, String by, String text) {}

  /// Everything held; a candidate's own before the end leaves out what the script keeps to itself.
  @Serdeable
  record Held(
      String id,
      String scenario,
      Instant openedAt,
      Instant exportedAt,
      List<EntryJson> entries,
      boolean complete) {}

  /// The journal, or the journal again at its own pace, `speed` times as fast.
  @Get("/replay")
  @Produces({Media.JSON, Media.STREAM})
  HttpResponse<?> replay(
      String id,
      Caller caller,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "0") double speed,
      @QueryValue(defaultValue = "0") long after) {
    Seat seat = seats.at(id, caller);
    if (!seat.seesAll(seat.session().view())) {
      throw ProblemKind.SESSION_NOT_ENDED.because("The replay can be had after the end.");
    }
    if (!(speed >= 0 && speed <= SPEED_MAX)) {
      throw ProblemKind.field(
          "?speed", "a number from 0 to " + (long) SPEED_MAX, Double.toString(speed));
    }
    List<EntryJson> entries = seat.session().entries(after).stream().map(EntryJson::of).toList();
    return wantsStream(request) || speed > 0
        ? HttpResponse.ok(replays.of(entries, speed > 0 ? speed : 1)).contentType(Media.STREAM)
        : HttpResponse.ok(new EntryJson.Entries(entries));
  }

  @Get("/export")
  @Produces(Media.JSON)
  HttpResponse<?> export(String id, Caller caller) {
    Seat seat = seats.at(id, caller);
    boolean all = seat.seesAll(seat.session().view());
    Export export =
        sessions
            .export(id)
            .orElseThrow(() -> ProblemKind.NO_SUCH_SESSION.because("There is no such session."));
    List<Entry> entries =
        all
            ? export.entries()
            : Disclosure.of(export.entries(), seat.session().scenario()).toList();
    return HttpResponse.ok(
            new Held(
                export.id(),
                export.scenario(),
                export.openedAt(),
                export.exportedAt(),
                entries.stream().map(EntryJson::of).toList(),
                all))
        .header("Content-Disposition", "attachment; filename=\"session-" + export.id() + ".json\"");
  }

  @Post("/notes")
  @Produces({Media.JSON, Media.TEXT})
  HttpResponse<?> note(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    Sent sent = Sent.in(request);
    String by = seat.role().word();
    String text = sent.words();
    if (sent.isJson()) {
      Fields fields = sent.fields();
      text = fields.text("text", NOTE_CHARS_MAX);
      by = fields.optionalText("by", NAME_MAX).filter(name -> !name.isBlank()).orElse(by);
      fields.done();
    } else if (text.isEmpty() || text.length() > NOTE_CHARS_MAX) {
      throw ProblemKind.field(
          "text",
          "some words, at most " + NOTE_CHARS_MAX + " characters",
          text.length() + " characters");
    }
    Entry entry = seat.session().note(text, by);
    SessionEvent.NoteTaken taken = (SessionEvent.NoteTaken) entry.event();
    return HttpResponse.created(new Note(entry.seq(), entry.at(), taken.by(), taken.text()));
  }

  private static boolean wantsStream(HttpRequest<?> request) {
    return request.accept().stream().anyMatch(type -> type.getName().equals(Media.STREAM));
  }
}
