package dev.hotseat.world;

import java.util.random.RandomGenerator;

/// Ranks that follow Zipf's law: rank `k` of `1..n` is drawn in proportion to `1 / k^skew`.
///
/// The popularity of links, customers and products is close to this. Skew 0 draws uniformly, 0.8 to
/// 1.2 is what the web looks like. Immutable, so threads may share one; drawing allocates nothing
/// and costs the same for ten ranks as for a billion.
public final class Zipf {
  private final long count;
  private final double skew;
  private final double areaLow;
  private final double areaHigh;
  private final double sureWithin;

  /*
   * Rejection-inversion (Hörmann & Derflinger 1996, "Rejection-inversion to generate variates from
   * monotone discrete distributions"). A table of cumulative probabilities would need n numbers and
   * a binary search for every call. Instead the smooth hat x^-skew is inverted in closed form, the
   * point found is rounded to a rank, and the rank is refused where the hat stands above the bar of
   * that rank. The area starts at 1.5 less the whole bar of rank 1, so that the most frequent rank
   * is never refused; fewer than one draw in ten is, whatever n and skew.
   */

  /// @param count how many ranks there are, at least 1
  /// @param skew how strongly the first ranks are preferred, `0..10`
  public Zipf(long count, double skew) {
    if (count < 1) {
      throw new IllegalArgumentException("Zipf needs at least one rank, got " + count);
    }
    if (!(skew >= 0 && skew <= 10)) {
      throw new IllegalArgumentException("Zipf's skew must be in 0..10, got " + skew);
    }
    this.count = count;
    this.skew = skew;
    this.areaLow = area(1.5) - 1;
    this.areaHigh = area(count + 0.5);
    this.sureWithin = 2 - point(area(2.5) - height(2));
  }

  /// The next rank, `0` for the most frequent, `count - 1` for the rarest.
  public long next(RandomGenerator random) {
    while (true) {
      double area = areaHigh + random.nextDouble() * (areaLow - areaHigh);
      double point = point(area);
      long rank = Math.clamp(Math.round(point), 1, count);
      if (rank - point <= sureWithin || area >= area(rank + 0.5) - height(rank)) {
        return rank - 1;
      }
    }
  }

  /// How many ranks there are.
  public long count() {
    return count;
  }

  /// How strongly the first ranks are preferred.
  public double skew() {
    return skew;
  }

  private double height(double x) {
    return Math.exp(-skew * Math.log(x));
  }

  /// The integral of the hat from 1 to `x`: `(x^(1-skew) - 1) / (1-skew)`, or `ln x` at skew 1.
  private double area(double x) {
    double log = Math.log(x);
    return log * expm1Ratio((1 - skew) * log);
  }

  /// Where [#area] reaches the given value.
  private double point(double area) {
    double scaled = Math.max(-1, area * (1 - skew));
    return Math.exp(area * log1pRatio(scaled));
  }

  /// `(e^x - 1) / x`, which is 1 at zero; the series avoids dividing two tiny numbers near skew 1.
  private static double expm1Ratio(double x) {
    return Math.abs(x) > 1e-8 ? Math.expm1(x) / x : 1 + x / 2;
  }

  /// `ln(1 + x) / x`, which is 1 at zero.
  private static double log1pRatio(double x) {
    return Math.abs(x) > 1e-8 ? Math.log1p(x) / x : 1 - x / 2;
  }
}
