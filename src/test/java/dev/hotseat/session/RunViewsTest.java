package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.load.Progress;
import dev.hotseat.load.RunState;
import dev.hotseat.session.Story.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunViewsTest {
  /// Otherwise whoever asks at once what came of a run that is over would hear that it goes on.
  @Test
  void aRunGoesOnUntilItsEndIsOnRecord() {
    RunStarted started = new RunStarted(1, "calm", "10/s for 2 s", List.of(), "candidate");
    Attempt attempt = new Attempt(started, Instant.EPOCH, Map.of(), null);
    Progress sent = new Progress(RunState.DONE, 1, 2, 0, 10, 20, 20, 0);

    assertThat(RunViews.going(attempt, sent).state()).isEqualTo("running");
  }
}
