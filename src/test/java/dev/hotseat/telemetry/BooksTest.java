package dev.hotseat.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.telemetry.TraceBook.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BooksTest {

  @Nested
  class ATraceBook {
    private final TraceBook book = new TraceBook(40);

    @Test
    void neverLosesTheRareToThePlentiful() {
      book.keep(Kind.FAILED, trace("failed", 1, 503));
      book.keep(Kind.SLOW, trace("slow", 900, 200));
      book.keep(Kind.REFUSED, trace("refused", 1, 404));
      for (int i = 0; i < 10_000; i++) {
        book.keep(Kind.ORDINARY, trace("ordinary " + i, 1, 200));
      }

      assertThat(book.find("failed")).isPresent();
      assertThat(book.find("slow")).isPresent();
      assertThat(book.find("refused")).isPresent();
      assertThat(book.list("", false, 0, 500, false)).hasSize(13);
    }

    @Test
    void keepsTheNewestOfAKind() {
      for (int i = 0; i < 25; i++) {
        book.keep(Kind.FAILED, trace("t" + i, i, 500));
      }

      assertThat(book.list("", true, 0, 500, false))
          .extracting(Trace::traceId)
          .startsWith("t24", "t23")
          .endsWith("t15");
    }

    @Test
    void listsSlowestFirstOnlyWhatWasAskedFor() {
      book.keep(Kind.ORDINARY, trace("a", 5, 200));
      book.keep(Kind.SLOW, trace("b", 500, 200));
      book.keep(Kind.FAILED, trace("c", 50, 500));

      assertThat(book.list("read", false, 10_000_000, 500, true))
          .extracting(Trace::traceId)
          .containsExactly("b", "c");
      assertThat(book.list("read", true, 0, 1, true)).hasSize(1);
      assertThat(book.list("other", false, 0, 500, true)).isEmpty();
    }

    private static Trace trace(String id, long millis, int status) {
      return new Trace(
          id,
          "read",
          "eu",
          Instant.EPOCH.plusMillis(millis),
          millis * 1_000_000,
          status,
          "",
          List.of());
    }
  }

  @Nested
  class ALogBook {
    private final LogBook book = new LogBook(() -> Instant.EPOCH, 5);

    @Test
    void findsByTextLevelAndTrace() {
      book.write("INFO", "app", "Cache flushed", "");
      book.write("WARN", "store", "slow disk", "t1");
      book.write("ERROR", "store", "no disk", "t2");

      assertThat(book.find("CACHE", "", "", Long.MAX_VALUE, 10)).hasSize(1);
      assertThat(book.find("store", "", "", Long.MAX_VALUE, 10)).hasSize(2);
      assertThat(book.find("", "warn", "", Long.MAX_VALUE, 10)).hasSize(1);
      assertThat(book.find("disk", "", "t2", Long.MAX_VALUE, 10))
          .singleElement()
          .extracting(LogLine::message)
          .isEqualTo("no disk");
    }

    @Test
    void pagesBackwardsAndForgetsTheOldest() {
      for (int i = 1; i <= 8; i++) {
        book.write("INFO", "app", "line " + i, "");
      }

      assertThat(book.find("", "", "", Long.MAX_VALUE, 2))
          .extracting(LogLine::seq)
          .containsExactly(8L, 7L);
      assertThat(book.find("", "", "", 7, 10)).extracting(LogLine::seq).containsExactly(6L, 5L, 4L);
    }

    @Test
    void cutsWhatIsTooLong() {
      book.write("INFO", "app", "x".repeat(100_000), "");

      assertThat(book.find("", "", "", Long.MAX_VALUE, 1).getFirst().message())
          .hasSizeLessThan(8_010);
    }
  }

  @Nested
  class AHistory {
    private final History history = new History();

    @Test
    void givesTheLastSecondsOfAFigure() {
      for (int second = 1; second <= 200; second++) {
        history.add(readings(second, Map.of("rate/read", second * 2.0)));
      }

      assertThat(history.series("rate/read", 3).points())
          .containsExactly(
              new Series.Point(198, 396), new Series.Point(199, 398), new Series.Point(200, 400));
      assertThat(history.series("rate/read", 9_999).points()).hasSize(200);
      assertThat(history.series("rate/nothing", 10).points()).isEmpty();
    }

    @Test
    void leavesOutSecondsWithoutTheFigure() {
      history.add(readings(1, Map.of("p99/read", 1.0)));
      history.add(readings(2, Map.of()));
      history.add(readings(3, Map.of("p99/read", 3.0)));

      assertThat(history.series("p99/read", 10).points())
          .extracting(Series.Point::second)
          .containsExactly(1L, 3L);
    }

    @Test
    void keepsAnHour() {
      for (int second = 1; second <= 5_000; second++) {
        history.add(
            second % 2 == 0 || second > 4_000
                ? readings(second, Map.of("rate/read", (double) second))
                : readings(second, Map.of()));
      }

      List<Series.Point> points = history.series("rate/read", 9_999).points();

      assertThat(points.getFirst().second()).isEqualTo(1_402);
      assertThat(points.getLast()).isEqualTo(new Series.Point(5_000, 5_000));
      assertThat(points).hasSize(1_000 + (4_000 - 1_400) / 2);
      assertThat(points).allSatisfy(point -> assertThat(point.value()).isEqualTo(point.second()));
    }

    private static Readings readings(long second, Map<String, Double> numbers) {
      return new Readings(second, numbers, Map.of());
    }
  }
}
