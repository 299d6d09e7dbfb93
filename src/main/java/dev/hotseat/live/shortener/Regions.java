package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.ShortenerDesign.AP;
import static dev.hotseat.live.shortener.ShortenerDesign.EU;
import static dev.hotseat.live.shortener.ShortenerDesign.US;

import dev.hotseat.live.Parameters;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where calls come from, each entry as likely as the next.
record Regions(List<String> entries) {
  /// Calls from everywhere, or every region.
  static final String ALL = "mix";

  /// What a region can be given as.
  static final List<String> ALLOWED = List.of(EU, US, AP, ALL);

  Regions {
    entries = List.copyOf(entries);
  }

  /// The regions that a load profile asks for.
  static Regions of(Parameters given, String usual) {
    return named(given.oneOf("region", usual, ALLOWED));
  }

  /// One region, or all.
  static Regions named(String region) {
    return region.equals(ALL) ? mix() : new Regions(List.of(region));
  }

  /// Half of the world's visitors are in eu, three in ten in us, two in ten in ap.
  static Regions mix() {
    return new Regions(List.of(EU, EU, EU, EU, EU, US, US, US, AP, AP));
  }

  String draw(RandomGenerator random) {
    return entries.size() == 1 ? entries.getFirst() : entries.get(random.nextInt(entries.size()));
  }
}
