package dev.hotseat.live.migration;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Visit;
import dev.hotseat.world.TickSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where clients' requests come in, and where it is seen what they are told.
final class Front {
  private final Edge edge;
  private final Reads reads;
  private final Writes writes;
  private final WriteGate gate;
  private final Witness witness;
  private final Numbers numbers;
  private final Shadows shadows;
  private final Experience experience;
  private final TickSource ticks;
  private final Supplier<Choices> choices;

  Front(
      Edge edge,
      Reads reads,
      Writes writes,
      WriteGate gate,
      Witness witness,
      Numbers numbers,
      Shadows shadows,
      Experience experience,
      TickSource ticks,
      Supplier<Choices> choices) {
    this.edge = edge;
    this.reads = reads;
    this.writes = writes;
    this.gate = gate;
    this.witness = witness;
    this.numbers = numbers;
    this.shadows = shadows;
    this.experience = experience;
    this.ticks = ticks;
    this.choices = choices;
  }

  /*
   * The levers are read inside the gate: whoever was held back by a cut-over goes on under what was
   * decided there.
   */
  Reply serve(Visit visit, Route route) throws InterruptedException {
    boolean reading = route.operation().equals("customer") || route.operation().equals("find");
    long begun = ticks.nanos();
    boolean failed = true;
    gate.enter();
    try {
      Reply reply = reading ? read(visit, route) : write(visit, route);
      failed = reply.failed();
      return reply;
    } catch (HopFailure failure) {
      failed = failure.status() >= 500;
      throw failure;
    } finally {
      gate.leave();
      experience.was(reading, ticks.nanos() - begun, failed);
    }
  }

  private Reply read(Visit visit, Route route) throws InterruptedException {
    if (route.operation().equals("find")) {
      return find(visit);
    }
    Optional<Known> known = witness.known(route.id());
    Choices now = choices.get();
    Optional<OldRow> found =
        edge.serve(
            visit,
            new Caller(),
            (instance, _) -> {
              Optional<OldRow> row = reads.customer(visit, instance, now, route.id());
              shadows.perhaps(instance, now, route.id());
              return row;
            });
    experience.read(route.id(), known, found);
    return found
        .map(row -> Reply.json(200, Json.customer(row)))
        .orElseGet(() -> Objection.notFound(route.id()).reply());
  }

  private Reply find(Visit visit) throws InterruptedException {
    String email = visit.call().query().getOrDefault("email", "");
    if (email.isEmpty()) {
      return new Objection(400, "email-missing", "email", "Expected ?email=").reply();
    }
    Choices now = choices.get();
    List<OldRow> found =
        edge.serve(
            visit, new Caller(), (instance, _) -> reads.byEmail(visit, instance, now, email));
    return Reply.json(200, Json.customers(found));
  }

  private Reply write(Visit visit, Route route) throws InterruptedException {
    return switch (route.operation()) {
      case "delete" -> write(visit, new Wish.Delete(route.id()));
      case "erase" -> write(visit, new Wish.Erase(route.id()));
      default ->
          switch (CustomerRequest.read(visit.call().body())) {
            case CustomerRequest.Malformed(Objection objection) -> objection.reply();
            case CustomerRequest.Wanted(Contents contents) ->
                write(
                    visit,
                    route.operation().equals("create")
                        ? new Wish.Create(numbers.next(), contents)
                        : new Wish.Replace(route.id(), contents));
          };
    };
  }

  private Reply write(Visit visit, Wish wish) throws InterruptedException {
    Witness.Heard heard = witness.asked(wish);
    Caller caller = new Caller();
    boolean known = false;
    try {
      Choices now = choices.get();
      Outcome outcome =
          edge.serve(
              visit,
              caller,
              (instance, again) -> {
                var attempt = new Attempt(visit, caller, instance, now, wish, again);
                return new Outcome(writes.write(attempt), again);
              });
      known = true;
      return told(wish, outcome, heard);
    } finally {
      if (!known) {
        heard.unknown();
      }
    }
  }

  /// A removal that finds nobody the second time has been done the first time.
  private Reply told(Wish wish, Outcome outcome, Witness.Heard heard) {
    Written written = outcome.written();
    if (!written.found() && outcome.again() && wish.removes()) {
      long last = witness.known(wish.id()).map(Known::version).orElse(1L);
      written = new Written(last + 1, written.reachesNew());
    }
    if (!written.found()) {
      heard.refused();
      return Objection.notFound(wish.id()).reply();
    }
    heard.done(written);
    experience.wrote();
    int status = wish instanceof Wish.Create ? 201 : 200;
    return Reply.json(status, Json.version(wish.id(), written.version()));
  }

  /// What the tables said, and whether the request may have been carried out twice.
  private record Outcome(Written written, boolean again) {}
}
