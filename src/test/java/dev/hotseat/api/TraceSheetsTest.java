package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.telemetry.Span;
import dev.hotseat.telemetry.Trace;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSheetsTest {
  private static final String ID = "0af7651916cd43dd8448eb211c80319c";

  private static Span span(String hop, long fromMillis, long tookMillis) {
    return new Span(hop, fromMillis * 1_000_000, tookMillis * 1_000_000, 0, "");
  }

  private static String list(Span... spans) {
    Trace trace =
        new Trace(ID, "checkout", "", Instant.EPOCH, 300_000_000, 201, "", List.of(spans));
    return TraceSheets.list(List.of(trace), Commands.of(HttpRequest.GET("/"), "http://h"))
        .toString();
  }

  @Test
  void namesTheHopInWhichTheTimePassedNotTheOneAroundIt() {
    String list =
        list(
            span("balancer>orders.1", 0, 300),
            span("orders.1>pool", 10, 5),
            span("orders.1>store", 20, 240),
            span("orders.1>payments", 270, 20));

    assertThat(list).contains("orders.1>store 240");
  }

  @Test
  void namesTheHopAroundWhereNothingInsideTookMostOfIt() {
    String list =
        list(
            span("balancer>orders.1", 0, 300),
            span("orders.1>store", 20, 100),
            span("x", 130, 110));

    assertThat(list).contains("balancer>orders.1 300");
  }

  @Test
  void keepsAnIdInOneLineToBeCopied() {
    assertThat(list(span("balancer>orders.1", 0, 300))).contains("  " + ID + "  ");
  }
}
