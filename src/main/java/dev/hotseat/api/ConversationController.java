package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.session.Answer;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Turn;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is said between interviewer and candidate.
@Controller("/api/sessions/{id}")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConversationController {
  private static final int ANSWER_CHARS_MAX = 8_000;
  private static final int WORD_CHARS_MAX = 100;
  private static final double VALUE_MAX = 1e30;

  private final Seats seats;
  private final Links links;

  ConversationController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Serdeable
  record Turns(List<Turn> turns) {}

  @Get("/transcript")
  HttpResponse<?> transcript(
      String id,
      Caller caller,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "0") long after) {
    Seat seat = seats.at(id, caller);
    List<Turn> turns = seat.session().transcript(after);
    return Format.answer(
        request, new Turns(turns), () -> ConversationSheets.transcript(turns, next(seat, request)));
  }

  @Post("/answers")
  HttpResponse<?> answer(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    List<Turn> turns = seat.session().answer(answer(Sent.in(request)));
    return reply(seat, turns, request);
  }

  @Post("/hints")
  HttpResponse<?> hint(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    return reply(seat, seat.session().hint(), request);
  }

  private HttpResponse<?> reply(Seat seat, List<Turn> turns, HttpRequest<?> request) {
    return Format.answer(
        request, new Turns(turns), () -> ConversationSheets.reply(turns, next(seat, request)));
  }

  private List<String> next(Seat seat, HttpRequest<?> request) {
    String id = seat.session().id();
    Commands commands = Commands.of(request, links.session(request, id));
    return commands.block(ConversationSheets.next(seat.session().view(), commands));
  }

  private static Answer answer(Sent sent) {
    if (!sent.isJson()) {
      return Answer.says(words(sent.words()));
    }
    Fields fields = sent.fields();
    Optional<String> text = fields.optionalText("text", ANSWER_CHARS_MAX);
    OptionalDouble value = fields.optionalNumber("value", -VALUE_MAX, VALUE_MAX);
    Optional<String> choice = fields.optionalText("choice", WORD_CHARS_MAX);
    Optional<String> unit = fields.optionalText("unit", WORD_CHARS_MAX);
    var assumptions = fields.numbers("assumptions", -VALUE_MAX, VALUE_MAX);
    if (!fields.has("text") && !fields.has("value") && !fields.has("choice")) {
      fields.fault("text", "words, or a value with its unit, or a choice", "nothing");
    } else if (text.isPresent() && text.get().isBlank() && value.isEmpty() && choice.isEmpty()) {
      fields.fault("text", "some words", "blank text");
    }
    fields.done();
    return new Answer(
        text.orElse(null),
        value.isPresent() ? value.getAsDouble() : null,
        unit.orElse(null),
        assumptions.isEmpty() ? null : assumptions,
        choice.orElse(null));
  }

  private static String words(String words) {
    if (words.isEmpty()) {
      throw ProblemKind.field("text", "some words", "nothing");
    }
    if (words.length() > ANSWER_CHARS_MAX) {
      throw ProblemKind.field(
          "text", "at most " + ANSWER_CHARS_MAX + " characters", words.length() + " characters");
    }
    return words;
  }
}
