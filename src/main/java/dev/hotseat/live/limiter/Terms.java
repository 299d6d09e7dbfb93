package dev.hotseat.live.limiter;

import dev.hotseat.live.limiter.Choices.Stores;

/// The choices in force and what follows from them for everybody. One call reads one from beginning
/// to end.
///
/// @param whole what each key is allowed
/// @param perNode the part of one node, where nodes divide the limit or fall back to that
/// @param perStore the part of one store
record Terms(Choices choices, Quotas whole, Quotas perNode, Quotas perStore) {
  private static final int REGIONS = LimiterDesign.REGIONS.size();

  /// @param nodes how many the nodes believe they are
  static Terms of(Choices choices, int nodes) {
    Quotas whole = Quotas.of(choices);
    boolean thirds = choices.threeRegions() && choices.stores() == Stores.PER_REGION_SHARE;
    return new Terms(choices, whole, whole.share(nodes), whole.share(thirds ? REGIONS : 1));
  }

  /// Whether a node asks the store of its own region.
  boolean near() {
    return choices.threeRegions() && choices.stores() != Stores.HOME;
  }

  /// What a call is filed under.
  String filed(String key, String route) {
    return switch (choices.scope()) {
      case GLOBAL -> Quotas.EVERYBODY;
      case KEY -> key;
      case KEY_ROUTE -> key + " " + route;
    };
  }
}
