package dev.hotseat.live.migration;

import dev.hotseat.world.Chance;

/// 32 bits of what a row says, its number and version left out: enough to see that two rows differ,
/// small enough to be kept for millions.
final class Mark {
  private Mark() {}

  static int of(OldRow row) {
    long mark = Chance.hash(row.name());
    mark = Chance.mixed(mark ^ Chance.hash(row.email()));
    mark = Chance.mixed(mark ^ Double.doubleToLongBits(row.credit()));
    return (int) Chance.mixed(mark ^ Chance.hash(row.country()));
  }

  static int of(NewRow row) {
    long mark = Chance.hash(row.givenName());
    mark = Chance.mixed(mark ^ Chance.hash(row.familyName()));
    mark = Chance.mixed(mark ^ Chance.hash(row.email()));
    mark = Chance.mixed(mark ^ row.creditMinor());
    mark = Chance.mixed(mark ^ Chance.hash(row.currency()));
    return (int) Chance.mixed(mark ^ Chance.hash(row.country()));
  }
}
