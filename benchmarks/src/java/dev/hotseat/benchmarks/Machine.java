package dev.hotseat.benchmarks;

import java.lang.management.ManagementFactory;

/// Where and under what conditions a benchmark ran, for the line above its table.
final class Machine {
  private Machine() {}

  /// Cores, memory, Java, and how busy the machine was with other things when we began.
  static String conditions() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    var runtime = ManagementFactory.getRuntimeMXBean();
    return "%d cores, heap of %d MB, %s %s, %s; load average at the start %.1f%n"
        .formatted(
            system.getAvailableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20,
            runtime.getVmName(),
            Runtime.version(),
            system.getName() + " " + system.getVersion(),
            system.getSystemLoadAverage());
  }
}
