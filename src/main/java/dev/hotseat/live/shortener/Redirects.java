package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.Found.Absent;
import dev.hotseat.live.shortener.Found.Present;
import dev.hotseat.world.World;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Sends visitors on.
final class Redirects {
  /// Header of a call that guesses codes; the oracle counts how often it hits.
  static final String GUESS = "x-guess";

  private final World world;
  private final Lookup lookup;
  private final Clicks clicks;
  private final Truth truth;
  private final Presentation presentation;
  private final Browsers browsers;
  private final LongAdder served = new LongAdder();

  Redirects(Kit kit, Lookup lookup, Clicks clicks, Truth truth, Presentation presentation) {
    this.world = kit.world();
    this.lookup = lookup;
    this.clicks = clicks;
    this.truth = truth;
    this.presentation = presentation;
    this.browsers = new Browsers(kit.world().ticks());
  }

  /// Serves `GET /{code}`, from the visitor's own browser where it remembers the answer.
  Reply follow(Visit visit, Region region, String code, Choices choices)
      throws InterruptedException {
    String visitor = visit.call().header(Browsers.VISITOR, "");
    if (visitor.isEmpty()) {
      return region.enter(visit, () -> answer(visit, region, code, choices));
    }
    Optional<Reply> known = browsers.answer(visitor, code);
    if (known.isPresent()) {
      truth.clickUnseen();
      truth.redirected(code, world.ticks().nanos());
      return known.get();
    }
    Reply reply = region.enter(visit, () -> answer(visit, region, code, choices));
    browsers.remember(visitor, code, reply);
    return reply;
  }

  private Reply answer(Visit visit, Region region, String code, Choices choices)
      throws InterruptedException {
    served.increment();
    Reply reply =
        Codes.wellFormed(code)
            ? answer(visit, region, lookup.find(visit, region, code, choices), code, choices)
            : Presentation.unknown("asked for");
    if (visit.call().headers().containsKey(GUESS)) {
      truth.guessed(reply.status() < 400);
    }
    return reply;
  }

  private Reply answer(Visit visit, Region region, Found found, String code, Choices choices)
      throws InterruptedException {
    return switch (found) {
      case Absent() -> {
        truth.notFound(code);
        yield Presentation.unknown(code);
      }
      case Present(Link link) -> {
        long nowMillis = world.wall().millis();
        if (link.deleted() || link.expired(nowMillis)) {
          yield Presentation.gone(link);
        }
        clicks.count(visit, region, code, choices);
        truth.redirected(code, world.ticks().nanos());
        yield presentation.redirect(link, choices.redirectStatus(), nowMillis);
      }
    };
  }

  /// Redirects that came as far as an app node, since the start.
  long served() {
    return served.sum();
  }

  Browsers browsers() {
    return browsers;
  }
}
