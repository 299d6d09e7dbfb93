package dev.hotseat.live.shortener;

/// What a look-up came back with.
sealed interface Found {
  /// There is such a link; it may be expired or deleted.
  record Present(Link link) implements Found {}

  /// There is none.
  record Absent() implements Found {
    static final Absent ANYWHERE = new Absent();
  }
}
