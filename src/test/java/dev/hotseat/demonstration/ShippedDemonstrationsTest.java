package dev.hotseat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.demonstration.PlayView.WatchView;
import dev.hotseat.testing.Server;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every demonstration of every scenario, played on two real systems: what its file promises to the
/// room must appear. Adding one is adding a file.
class ShippedDemonstrationsTest {
  private static final Demonstrations DEMONSTRATIONS = Server.shared().bean(Demonstrations.class);

  @TestFactory
  Stream<DynamicTest> showWhatTheyPromise() {
    List<Line> all = DEMONSTRATIONS.all();
    assertThat(all).isNotEmpty();
    return all.stream()
        .map(each ->
            DynamicTest.dynamicTest(each.scenario() + ": " + each.name(), () -> shows(each)));
  }

  private static void shows(Line line) {
    PlayView play = played(line);

    assertThat(play.state()).isEqualTo("finished");
    assertThat(List.of(play.without().offered(), play.with().offered()))
        .as("the same arrivals")
        .containsOnly(play.without().offered());
    assertThat(play.watch())
        .allSatisfy(each -> {
          assertThat(each.without()).as(said(each)).isNotNull();
          assertThat(each.with()).as(said(each)).isNotNull();
          assertThat(each.appeared()).as(said(each)).isNotEqualTo(false);
        });
  }

  private static PlayView played(Line line) {
    Start start = DEMONSTRATIONS.start(line.scenario() + "/" + line.name(), 1);
    assertThat(start).isInstanceOf(Start.Playing.class);
    String id = ((Start.Playing) start).view().id();
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> DEMONSTRATIONS.find(id).orElseThrow().isOver());
    return DEMONSTRATIONS.find(id).orElseThrow();
  }

  private static String said(WatchView watch) {
    return watch.title()
        + ": "
        + watch.expected()
        + ", without "
        + watch.without()
        + ", with "
        + watch.with();
  }
}
