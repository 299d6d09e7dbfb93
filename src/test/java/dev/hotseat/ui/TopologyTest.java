package dev.hotseat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import dev.hotseat.ui.Topology.Node;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
  @Test
  void putsEachPartOneColumnBehindItsNearestCaller() {
    Topology topology =
        Topology.of(
            design(
                List.of(part("store", 8), part("client", 0), part("app", 0), part("cache", 0)),
                List.of(
                    hop("client", "app"),
                    hop("app", "cache"),
                    hop("app", "store"),
                    hop("cache", "store"))));

    assertThat(names(topology))
        .containsExactly(List.of("client"), List.of("app"), List.of("store", "cache"));
  }

  @Test
  void keepsWhatBelongsTogetherOnOneHeight() {
    Topology topology =
        Topology.of(
            design(
                List.of(
                    part("client.eu", 0),
                    part("client.us", 0),
                    part("app.us", 0),
                    part("app.eu", 0),
                    part("cache.us", 0),
                    part("cache.eu", 0)),
                List.of(
                    hop("client.us", "app.us"),
                    hop("client.eu", "app.eu"),
                    hop("app.us", "cache.us"),
                    hop("app.eu", "cache.eu"))));

    assertThat(names(topology))
        .containsExactly(
            List.of("client.eu", "client.us"),
            List.of("app.eu", "app.us"),
            List.of("cache.eu", "cache.us"));
  }

  @Test
  void showsEveryPartAndEveryHopOnceEvenInACircle() {
    List<Part> parts = List.of(part("client", 0), part("a", 2), part("b", 0), part("alone", 0));
    List<HopPlan> hops = List.of(hop("client", "a"), hop("a", "b"), hop("b", "a"));

    Topology topology = Topology.of(design(parts, hops));

    List<Node> nodes = topology.columns().stream().flatMap(List::stream).toList();
    assertThat(nodes).extracting(Node::name).containsExactlyInAnyOrder("client", "a", "b", "alone");
    assertThat(nodes.stream().flatMap(node -> node.hops().stream()))
        .containsExactlyInAnyOrderElementsOf(hops);
    assertThat(nodes).filteredOn(Node::bounded).extracting(Node::name).containsExactly("a");
  }

  private static List<List<String>> names(Topology topology) {
    return topology.columns().stream()
        .map(column -> column.stream().map(Node::name).toList())
        .toList();
  }

  private static Part part(String name, int slots) {
    return new Part(name, Kind.APP, slots);
  }

  private static HopPlan hop(String from, String to) {
    return new HopPlan(from, to, Duration.ZERO, Duration.ofSeconds(1));
  }

  private static Design design(List<Part> parts, List<HopPlan> hops) {
    return new Design(
        "any", parts, hops, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }
}
