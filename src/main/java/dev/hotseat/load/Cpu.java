package dev.hotseat.load;

import java.lang.management.ManagementFactory;

/// Processor time of this process.
final class Cpu {
  private Cpu() {}

  /// Processor time used so far by all threads, 0 where the platform does not say.
  static long usedNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? Math.max(0, machine.getProcessCpuTime())
        : 0;
  }
}
