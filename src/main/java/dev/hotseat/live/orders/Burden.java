package dev.hotseat.live.orders;

/// What a flaw trips over, of which there is more on some nights than on others.
enum Burden {
  /// How many times as long as usual the disk takes for a row.
  DISK(1),

  /// How many orders of a loyal customer are looked at.
  HISTORY(140),

  /// How many milliseconds the tax office takes for an answer.
  TAX_OFFICE(720),

  /// How many times as long as usual a process takes to look through a megabyte that it holds.
  MEMORY(1),

  /// How many connections one careless call keeps.
  KEPT(1),

  /// It hurts without one.
  NONE(0);

  private final double usual;

  Burden(double usual) {
    this.usual = usual;
  }

  double usual() {
    return usual;
  }
}
