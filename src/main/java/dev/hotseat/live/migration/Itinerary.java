package dev.hotseat.live.migration;

/// In which order a copy visits the customers, and how far it has come. Small enough to be written
/// down with every chunk.
///
/// @param byRandom whether stretches come in a scattered order instead of by id
/// @param batch ids in one stretch
/// @param endId the last customer to be copied; later ones come by the dual write
/// @param position ids behind us, or stretches behind us where the order is scattered
record Itinerary(boolean byRandom, int batch, long endId, long position) {
  private static final double GOLDEN = 0.6180339887498949;

  static Itinerary from(Pacing pacing, long endId) {
    return new Itinerary(pacing.byRandom(), pacing.batch(), endId, 0);
  }

  boolean done() {
    return byRandom ? position >= stretches() : position >= endId;
  }

  Stretch next() {
    long afterId = byRandom ? scattered(position) * batch : position;
    return new Stretch(afterId, Math.min(afterId + batch, endId));
  }

  /// After the next stretch.
  Itinerary onward() {
    return new Itinerary(byRandom, batch, endId, byRandom ? position + 1 : next().toId());
  }

  /// With another batch size, where the order allows it.
  Itinerary paced(int ids) {
    return byRandom ? this : new Itinerary(false, ids, endId, position);
  }

  /// Whether this customer is behind us.
  boolean claims(long id) {
    if (id > endId || id < 1) {
      return false;
    }
    return byRandom ? visit((id - 1) / batch) < position : id <= position;
  }

  /// How much of it is done, 0 to 1.
  double share() {
    if (done()) {
      return 1;
    }
    return byRandom ? (double) position / stretches() : (double) position / endId;
  }

  private long stretches() {
    return (endId + batch - 1) / batch;
  }

  /*
   * Steps of the golden ratio go round a circle of n without meeting a place twice as long as step
   * and n have no common divisor, and no two near each other follow one another. So the whole order
   * is one number, and whether a place was visited is the same number turned round.
   */
  private long scattered(long visit) {
    return visit * step() % stretches();
  }

  private long visit(long place) {
    return place * inverse(step(), stretches()) % stretches();
  }

  private long step() {
    long n = stretches();
    long step = Math.max(1, (long) (n * GOLDEN));
    while (commonDivisor(step, n) != 1) {
      step++;
    }
    return step;
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /// The number that, multiplied by `a`, leaves 1 when divided by `n`.
  private static long inverse(long a, long n) {
    long before = 0;
    long now = 1;
    long rest = n;
    long divisor = a % n;
    while (divisor > 1) {
      long times = rest / divisor;
      long left = rest - times * divisor;
      rest = divisor;
      divisor = left;
      long next = before - times * now;
      before = now;
      now = next;
    }
    return Math.floorMod(now, n);
  }
}
