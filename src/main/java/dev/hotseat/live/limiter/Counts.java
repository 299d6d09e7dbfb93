package dev.hotseat.live.limiter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What happens at the gate, counted.
final class Counts {
  final LongAdder calls = new LongAdder();
  final LongAdder decisions = new LongAdder();
  final LongAdder admitted = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder fallbacks = new LongAdder();
  final LongAdder storeOps = new LongAdder();
  final LongAdder backend = new LongAdder();
  final LongAdder noisyCalls = new LongAdder();
  final LongAdder noisyServed = new LongAdder();
  final LongAdder smallCalls = new LongAdder();
  final LongAdder smallServed = new LongAdder();
  final AtomicInteger queued = new AtomicInteger();
}
