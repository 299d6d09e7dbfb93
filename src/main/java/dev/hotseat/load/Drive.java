package dev.hotseat.load;

import org.HdrHistogram.Histogram;

/// The engine of one run: sends its calls from the first to the last outcome.
interface Drive extends AutoCloseable {
  /// Sends everything and returns when every arrival has ended.
  ///
  /// @param startNanos tick at which the first call may be due
  void run(long startNanos) throws InterruptedException;

  /// No further arrivals; what is on its way gets a short while.
  void stop();

  /// Arrivals that have become due.
  long offered();

  /// How late the sender itself was; read when it has finished.
  Histogram lateness();

  /// Ends the drive's threads.
  @Override
  void close();
}
