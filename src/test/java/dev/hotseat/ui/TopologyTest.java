package dev.hotseat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import dev.hotseat.live.payments.Pace;
import dev.hotseat.live.payments.PaymentsBlueprint;
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

  /// A provider's message comes in at the edge, and a worker calls what the API calls.
  @Test
  void putsWhoWorksInTheBackgroundBesideWhoServesClients() {
    Topology topology =
        Topology.of(
            design(
                List.of(
                    client("client"),
                    part("edge", 0),
                    part("api", 0),
                    part("store", 8),
                    part("provider", 0),
                    part("scheduler", 0),
                    part("worker", 0)),
                List.of(
                    hop("client", "edge"),
                    hop("edge", "api"),
                    hop("api", "store"),
                    hop("api", "provider"),
                    hop("provider", "edge"),
                    hop("scheduler", "worker"),
                    hop("worker", "store"),
                    hop("worker", "provider"))));

    assertThat(topology.columns().stream().map(TopologyTest::sorted))
        .containsExactly(
            List.of("client"),
            List.of("edge", "scheduler"),
            List.of("api", "worker"),
            List.of("provider", "store"));
  }

  @Test
  void neverPutsAProcessThatServesClientsBehindItsStore() {
    Topology topology = Topology.of(new PaymentsBlueprint(Pace.USUAL).design());

    assertThat(column(topology, "client")).isZero();
    assertThat(column(topology, "edge")).isEqualTo(1);
    assertThat(column(topology, "api.1")).isEqualTo(column(topology, "completer")).isEqualTo(2);
    assertThat(column(topology, "store")).isEqualTo(column(topology, "psp")).isEqualTo(3);
  }

  private static int column(Topology topology, String part) {
    return names(topology).stream().map(each -> each.contains(part)).toList().indexOf(true);
  }

  private static List<String> sorted(List<Node> column) {
    return column.stream().map(Node::name).sorted().toList();
  }

  private static Part client(String name) {
    return new Part(name, Kind.CLIENT, 0);
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
