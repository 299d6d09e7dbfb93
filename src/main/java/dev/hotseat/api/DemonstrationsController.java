package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.demonstration.Demonstrations;
import dev.hotseat.demonstration.Line;
import dev.hotseat.demonstration.PlayView;
import dev.hotseat.demonstration.Start;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/// Demonstrations: list, play, watch, stop.
@Controller("/api/demonstrations")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class DemonstrationsController {
  private static final String PATH = "/api/demonstrations";
  private static final int NAME_MAX = 200;

  /// A room that sees the same play twice should see the same arrivals, so chance is not the usual.
  private static final long SEED_USUAL = 1;

  private final Demonstrations demonstrations;
  private final Links links;

  DemonstrationsController(Demonstrations demonstrations, Links links) {
    this.demonstrations = demonstrations;
    this.links = links;
  }

  /// @param demonstrations what can be played
  /// @param plays what is playing, and what was played lately, the newest first
  @Serdeable
  record Catalogue(List<Line> demonstrations, List<Played> plays) {}

  /// A play in short.
  @Serdeable
  record Played(String id, String demonstration, String scenario, String state) {
    static Played of(PlayView view) {
      return new Played(view.id(), view.demonstration(), view.scenario(), view.state());
    }
  }

  private record Wanted(String demonstration, long seed) {}

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    Catalogue catalogue =
        new Catalogue(
            demonstrations.all(), demonstrations.plays().stream().map(Played::of).toList());
    Commands commands = Commands.of(request, links.origin(request) + PATH);
    return Format.answer(request, catalogue, () -> DemonstrationSheets.list(catalogue, commands));
  }

  @Post
  HttpResponse<?> play(HttpRequest<byte[]> request) {
    Wanted wanted = wanted(Sent.in(request));
    return switch (demonstrations.start(wanted.demonstration(), wanted.seed())) {
      case Start.Playing(PlayView view) ->
          Format.answer(
                  request, view, () -> DemonstrationSheets.play(view, commands(view, request)))
              .status(202)
              .header("Location", PATH + "/" + view.id());
      case Start.Unknown(List<String> names) ->
          throw ProblemKind.field(
              "demonstration",
              "one of " + String.join(", ", names),
              "\"" + wanted.demonstration() + "\"");
      case Start.Full(int playingMax) ->
          throw ProblemKind.DEMONSTRATIONS_FULL.because(
              playingMax + " are playing, which is as many as may at once.");
    };
  }

  @Get("/{play}")
  HttpResponse<?> show(String play, HttpRequest<?> request) {
    return shown(demonstrations.find(play), request);
  }

  @Delete("/{play}")
  HttpResponse<?> stop(String play, HttpRequest<?> request) {
    return shown(demonstrations.stop(play), request);
  }

  private HttpResponse<?> shown(Optional<PlayView> found, HttpRequest<?> request) {
    PlayView view =
        found.orElseThrow(() ->
            ProblemKind.NOT_FOUND.because("There is no play of that id, or it is over for long."));
    return Format.answer(
        request, view, () -> DemonstrationSheets.play(view, commands(view, request)));
  }

  private Commands commands(PlayView view, HttpRequest<?> request) {
    return Commands.of(request, links.origin(request) + PATH + "/" + view.id());
  }

  private static Wanted wanted(Sent sent) {
    if (!sent.isJson() && !sent.words().isEmpty()) {
      Sent.Settings settings = sent.settings();
      long seed = settings.number("seed").map(Double::longValue).orElse(SEED_USUAL);
      return new Wanted(settings.subject(), seed);
    }
    Fields fields = sent.fields();
    Wanted wanted =
        new Wanted(
            fields.text("demonstration", NAME_MAX),
            fields.optionalWhole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(SEED_USUAL));
    fields.done();
    return wanted;
  }
}
