package dev.hotseat.scoring;

import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Strength;

/// What a piece of evidence is worth, and how that came about.
///
/// @param points rounded to hundredths, so that what a report tells adds up
/// @param told the sum in words
record Worth(double points, String told) {
  private static final double HINT_SHARE = 0.75;
  private static final double SECOND_TIME = 2.0 / 3;
  private static final double LATER_TIMES = 0.5;

  Worth {
    points = Math.round(points * 100) / 100.0;
  }

  /// The full worth of an award: strong adds, weak takes off, a disqualifier stands apart.
  static Worth of(Award award) {
    return switch (award.signal()) {
      case STRONG -> full(award.points());
      case WEAK -> new Worth(-award.points(), Figures.text(award.points()) + " taken off");
      case DISQUALIFIER -> new Worth(0, "stands apart from the points");
    };
  }

  static Worth full(double points) {
    return new Worth(points, "worth " + Figures.text(points));
  }

  /// What was only said, without a reason, is worth half.
  Worth unreasoned() {
    return new Worth(points / 2, told + ", half of it for want of a reason");
  }

  Worth half(String why) {
    return new Worth(points / 2, told + ", half of it: " + why);
  }

  Worth nothing(String why) {
    return new Worth(0, told + ", but nothing here: " + why);
  }

  /// Each hint given before takes a quarter off.
  Worth afterHints(int hints) {
    return hints == 0
        ? this
        : new Worth(
            points * Math.pow(HINT_SHARE, hints),
            told + ", a quarter less for each hint (" + hints + ")");
  }

  /// The second time of the same thing counts two thirds, each later time half.
  Worth again(int earlier) {
    return earlier == 0
        ? this
        : new Worth(
            points * (earlier == 1 ? SECOND_TIME : LATER_TIMES),
            told + ", less for saying it again (time " + (earlier + 1) + ")");
  }

  static boolean adds(Award award) {
    return award.signal() == Strength.STRONG;
  }
}
