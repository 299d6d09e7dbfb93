package dev.hotseat.gate;

import dev.hotseat.exchange.Reply;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.Sessions;
import dev.hotseat.world.TickSource;
import io.micronaut.context.BeanProvider;
import io.netty.handler.codec.http.FullHttpResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a request to the live system it names and brings the reply back. Runs on the call's own
/// virtual thread.
final class LiveCalls {
  private static final Logger log = LoggerFactory.getLogger(LiveCalls.class);

  private final BeanProvider<Sessions> sessions;
  private final TickSource ticks;

  LiveCalls(BeanProvider<Sessions> sessions, TickSource ticks) {
    this.sessions = sessions;
    this.ticks = ticks;
  }

  long now() {
    return ticks.nanos();
  }

  FullHttpResponse answer(LiveRequest request) {
    try {
      Optional<Session> session = sessions.get().findByLiveId(request.liveId());
      if (session.isEmpty()) {
        return LiveResponse.problem(
            404, "no-such-live-system", "There is no live system of that id.", request.headOnly());
      }
      Reply reply = session.get().handle(request.call());
      return LiveResponse.of(request, reply, ticks.nanos() - request.call().dueNanos());
    } catch (SessionRefusal refusal) {
      return refused(refusal, request);
    } catch (RuntimeException broken) {
      log.atError().setCause(broken).log("live call broke");
      return LiveResponse.problem(
          500,
          "unexpected",
          "The failure was logged; nothing of it is shown here.",
          request.headOnly());
    }
  }

  private static FullHttpResponse refused(SessionRefusal refusal, LiveRequest request) {
    return switch (refusal.kind()) {
      case ENDED, GONE ->
          LiveResponse.problem(
              410,
              "session-ended",
              "The session of this live system has ended.",
              request.headOnly());
      default ->
          LiveResponse.problem(
              503, "unavailable", "The live system cannot be called now.", request.headOnly());
    };
  }
}
