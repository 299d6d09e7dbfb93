package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Strength;
import java.util.Locale;

/// A receipt on its way to a dimension.
///
/// @param seq of the entry, for the order
/// @param award from the scenario: what for, and the name of the dimension
record Credit(long seq, Award award, Receipt receipt) {
  static Credit of(
      String kind,
      String ref,
      Entry entry,
      String question,
      Award award,
      Worth worth,
      String shown) {
    Receipt receipt =
        new Receipt(
            kind,
            ref,
            entry.at(),
            entry.elapsedSeconds(),
            award.text() + ": " + shown,
            award.signal().name().toLowerCase(Locale.ROOT),
            worth.points(),
            worth.told(),
            question);
    return new Credit(entry.seq(), award, receipt);
  }

  static String entry(Entry entry) {
    return "entry/" + entry.seq();
  }

  boolean disqualifies() {
    return award.signal() == Strength.DISQUALIFIER;
  }

  boolean earns() {
    return receipt.points() > 0;
  }
}
