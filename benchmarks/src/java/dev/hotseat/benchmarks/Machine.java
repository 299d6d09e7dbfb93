package dev.hotseat.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where and under what conditions a benchmark ran, for the line above its table.
final class Machine {
  private static final Path TIMES = Path.of("/proc/stat");
  private static final int STOLEN_COLUMN = 8;
  private static final double TICKS_PER_SECOND = 100;

  private Machine() {}

  /// Seconds, over all cores since the machine started, in which somebody here wanted a processor
  /// and whoever runs this virtual machine had given it to another (`steal`, proc(5)); 0 where
  /// nobody can tell.
  static double stolenSeconds() {
    try (var lines = Files.lines(TIMES)) {
      String[] all = lines.findFirst().orElse("").split(" +");
      return all.length > STOLEN_COLUMN ? Long.parseLong(all[STOLEN_COLUMN]) / TICKS_PER_SECOND : 0;
    } catch (IOException _) {
      return 0;
    }
  }

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
