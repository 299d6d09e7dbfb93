package dev.hotseat.ui;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A live system as a picture: its parts in columns, each one call further from the clients, and
/// with each part the hops that lead to it.
///
/// @param columns from the clients to what stands farthest from them
public record Topology(List<List<Node>> columns) {
  private static final int SWEEPS = 4;

  /// A part in the picture.
  ///
  /// @param kind such as `store`, for its sign
  /// @param bounded whether it works on a limited number of calls at once
  /// @param hops that lead to it
  public record Node(String name, String kind, boolean bounded, List<HopPlan> hops) {}

  /// The picture of a design.
  public static Topology of(Design design) {
    Map<String, Integer> depths = depths(design);
    List<List<Part>> columns = new ArrayList<>();
    for (Part part : design.parts()) {
      int depth = depths.getOrDefault(part.name(), 0);
      while (columns.size() <= depth) {
        columns.add(new ArrayList<>());
      }
      columns.get(depth).add(part);
    }
    untangle(columns, design);
    return new Topology(
        columns.stream()
            .filter(column -> !column.isEmpty())
            .map(column -> column.stream().map(part -> node(part, design)).toList())
            .toList());
  }

  private static Node node(Part part, Design design) {
    return new Node(
        part.name(),
        part.kind().name().toLowerCase(Locale.ROOT),
        part.slots() > 0,
        design.hops().stream().filter(hop -> hop.to().equals(part.name())).toList());
  }

  /*
   * Who serves clients is as far from them as the calls it takes to get there. Workers that no
   * client's call leads to stand one column before the nearest of what they call, beside whoever else
   * calls it: counted from themselves, everything they touch would move to the front, and the
   * processes that serve clients would stand behind their own database.
   */
  private static Map<String, Integer> depths(Design design) {
    Map<String, Integer> depths = new HashMap<>();
    List<Part> clients =
        design.parts().stream().filter(part -> part.kind() == Part.Kind.CLIENT).toList();
    spread(clients, design, depths);
    lead(design, depths);
    spread(
        design.parts().stream().filter(part -> isUncalled(part, design)).toList(), design, depths);
    return depths;
  }

  private static boolean isUncalled(Part part, Design design) {
    return design.hops().stream().noneMatch(hop -> hop.to().equals(part.name()));
  }

  /// Counts calls from the roots to whatever has no depth yet.
  private static void spread(List<Part> roots, Design design, Map<String, Integer> depths) {
    Deque<String> open = new ArrayDeque<>();
    for (Part root : roots) {
      if (depths.putIfAbsent(root.name(), 0) == null) {
        open.add(root.name());
      }
    }
    while (!open.isEmpty()) {
      String from = open.remove();
      for (HopPlan hop : design.hops()) {
        if (hop.from().equals(from) && !depths.containsKey(hop.to())) {
          depths.put(hop.to(), depths.getOrDefault(from, 0) + 1);
          open.add(hop.to());
        }
      }
    }
  }

  /// Places callers before what they call, as far as that has a depth, and so on backwards.
  private static void lead(Design design, Map<String, Integer> depths) {
    boolean placed = true;
    while (placed) {
      Map<String, Integer> found = new HashMap<>();
      for (HopPlan hop : design.hops()) {
        Integer callee = depths.get(hop.to());
        if (callee != null && !depths.containsKey(hop.from())) {
          found.merge(hop.from(), Math.max(0, callee - 1), Math::min);
        }
      }
      depths.putAll(found);
      placed = !found.isEmpty();
    }
  }

  /*
   * Each part moves to the mean height of those it talks to, column by column, a few times over. That
   * does not find the fewest crossings, but it finds few, and always the same ones.
   */
  private static void untangle(List<List<Part>> columns, Design design) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      Map<String, Double> heights = heights(columns);
      for (List<Part> column : columns) {
        column.sort(Comparator.comparingDouble(part -> wanted(part.name(), design, heights)));
        heights.putAll(heights(List.of(column)));
      }
    }
  }

  private static Map<String, Double> heights(List<List<Part>> columns) {
    Map<String, Double> heights = new HashMap<>();
    for (List<Part> column : columns) {
      for (int row = 0; row < column.size(); row++) {
        heights.put(column.get(row).name(), (row + 0.5) / column.size());
      }
    }
    return heights;
  }

  private static double wanted(String part, Design design, Map<String, Double> heights) {
    return design.hops().stream()
        .filter(hop -> hop.to().equals(part))
        .mapToDouble(hop -> heights.getOrDefault(hop.from(), 0.5))
        .average()
        .orElse(heights.getOrDefault(part, 0.5));
  }
}
