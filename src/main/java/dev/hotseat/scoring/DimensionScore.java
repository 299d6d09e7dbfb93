package dev.hotseat.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hotseat.scenario.Scenario.Dimension;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A dimension of the rubric and what a session shows in it.
///
/// @param level 1 to 5, absent when too little was seen to say
/// @param anchor what that level looks like, empty without a level
/// @param points sum of the receipts, never below zero
/// @param why how the level follows from the points
/// @param thresholds points needed for levels 2, 3, 4 and 5
/// @param receiptsNeeded fewest receipts for a level
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DimensionScore(
    String name,
    String title,
    @Nullable Integer level,
    String anchor,
    double points,
    String why,
    List<Double> thresholds,
    int receiptsNeeded,
    List<Receipt> receipts) {
  /// Sums of hundredths are not exact in binary; a threshold met on paper must be met here.
  private static final double ROUNDING = 1e-6;

  static final Comparator<DimensionScore> WEAKEST_FIRST =
      Comparator.comparingInt(DimensionScore::levelOrNone)
          .thenComparingDouble(DimensionScore::share);

  public DimensionScore {
    thresholds = List.copyOf(thresholds);
    receipts = List.copyOf(receipts);
  }

  static DimensionScore of(Dimension dimension, List<Receipt> receipts) {
    double points = Math.max(0, receipts.stream().mapToDouble(Receipt::points).sum());
    boolean assessed = receipts.size() >= dimension.receipts() && !receipts.isEmpty();
    int level = level(dimension, points);
    return new DimensionScore(
        dimension.name(),
        dimension.title(),
        assessed ? level : null,
        assessed ? anchor(dimension, level) : "",
        Math.round(points * 100) / 100.0,
        assessed ? why(dimension, points, level) : tooLittle(dimension, receipts.size()),
        dimension.points(),
        dimension.receipts(),
        receipts);
  }

  /// The level, 0 for none.
  int levelOrNone() {
    return level == null ? 0 : level;
  }

  private double share() {
    return thresholds.isEmpty() ? 0 : points / thresholds.getLast();
  }

  private static int level(Dimension dimension, double points) {
    return 1 + (int) dimension.points().stream().filter(each -> each <= points + ROUNDING).count();
  }

  private static String anchor(Dimension dimension, int level) {
    String exact = dimension.anchors().get(level);
    if (exact != null) {
      return exact;
    }
    return "More than “%s” Not yet “%s”"
        .formatted(
            dimension.anchors().getOrDefault(level - 1, ""),
            dimension.anchors().getOrDefault(level + 1, ""));
  }

  private static String why(Dimension dimension, double points, int level) {
    String has = Figures.text(points) + " points";
    String reached =
        level == 1
            ? ""
            : ", %s make level %d"
                .formatted(Figures.text(dimension.points().get(level - 2)), level);
    String next =
        level > dimension.points().size()
            ? ""
            : ", %s would make level %d"
                .formatted(Figures.text(dimension.points().get(level - 1)), level + 1);
    return has + reached + next + ".";
  }

  private static String tooLittle(Dimension dimension, int receipts) {
    return String.format(
        Locale.ROOT,
        "Not assessed: %s seen, a level needs %d.",
        receipts == 1 ? "1 receipt" : receipts + " receipts",
        Math.max(1, dimension.receipts()));
  }
}
