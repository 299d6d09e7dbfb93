package dev.hotseat.live;

/// What a live system is made of, and how to build one. One per package below this one, found by
/// injection.
public interface Blueprint {
  /// Everything the system declares about itself. Constant.
  Design design();

  /// Builds the system's own code on a kit that already holds its parts, hops, levers and store.
  Service build(Kit kit);
}
