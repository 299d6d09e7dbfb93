package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.event.Because;
import dev.hotseat.event.Entry;
import dev.hotseat.event.Mention;
import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.NoteTaken;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.journal.Line;
import dev.hotseat.telemetry.Readings;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
  private final EventCodec codec = new EventCodec(ObjectMapper.getDefault());

  static Stream<SessionEvent> oneOfEach() {
    Because because = new Because("p99 > 20", Map.of("p99", "214"));
    Mention mention = new Mention("cache", "a cache", 2, 9, Mention.Stance.NEGATED, true, false);
    return Stream.of(
        new Opened("play", "abc", Long.MIN_VALUE, "practice", 1.5, ""),
        new PhaseEntered("scope"),
        new Spoke("Why?", Spoke.Kind.FOLLOW_UP, "", because),
        new Spoke("Hm.", Spoke.Kind.ACKNOWLEDGEMENT, "", null),
        new QuestionClosed("q", "time"),
        new Answered("", "", null, "", "", Map.of(), List.of(), false, List.of(), 0, false),
        new Answered(
            "q",
            "\"a\n\u2028",
            1e300,
            "GB",
            "c",
            Map.of("x", 0.1),
            List.of(mention),
            true,
            List.of("f", "g"),
            1,
            true),
        new HintGiven("q", 1),
        new LeversChanged(Map.of("a", ""), Map.of("a", "on"), "", "candidate"),
        new FaultStarted("slow", 0, "script"),
        new FaultStopped("slow", "script"),
        new ActionBegun("drain", Map.of("instance", "a.1"), 5, "candidate"),
        new ActionTaken("drain", Map.of(), "Drained.", "candidate"),
        new ActionFailed("drain", Map.of(), "It is gone.", "candidate"),
        new RunStarted(1, "own", "1/s", List.of(new Prediction("p99/a", 0, "ms")), "candidate"),
        new RunFinished(1, "done", Map.of("p99/a", 1.0), "{\"run\":1}"),
        new Looked("metrics", ""),
        new SecondPassed(new Readings(3, Map.of("p99/a", 0.0), Map.of())),
        new SignalSeen("s", because),
        new Steered("f", "edit", "", "interviewer"),
        new NoteTaken("", "note"),
        new Paused("", "candidate"),
        new Resumed("candidate"),
        new SystemReset("candidate"),
        new Recovered(0),
        new Ended("time"));
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void givesBackWhateverHappened(SessionEvent event) {
    Entry entry = new Entry(7, Instant.parse("2026-01-02T03:04:05.678901Z"), 1.25, event);

    Line line = codec.lines(List.of(entry)).getFirst();

    assertThat(codec.entry(line)).isEqualTo(entry);
  }

  @Test
  void knowsOneOfEveryKind() {
    assertThat(oneOfEach().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(SessionEvent.class.getPermittedSubclasses());
  }

  @Test
  void namesAnEntryItCannotRead() {
    Line line = new Line(4, Instant.EPOCH, 0, "Answered", "{\"type\":\"no-such-thing\"}");

    assertThatThrownBy(() -> codec.entry(line))
        .isInstanceOf(SessionRefusal.class)
        .hasMessageContaining("entry 4 (Answered)");
  }

  @Test
  void readsAnAnswerFromBeforeQuestionsCouldBeSeveral() {
    Line line =
        new Line(
            4,
            Instant.EPOCH,
            0,
            "Answered",
            """
            {"type":"answered","questionId":"q","text":"How long?","unit":"","choice":"","assumptions":{},
            "mentions":[],"question":true,"clarification":"lifetime","echo":0.0}\
            """);

    assertThat(codec.entry(line).event())
        .isEqualTo(
            new Answered(
                "q", "How long?", null, "", "", Map.of(), List.of(), true, List.of(), 0, false));
  }
}
