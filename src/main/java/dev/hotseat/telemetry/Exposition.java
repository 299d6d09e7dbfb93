package dev.hotseat.telemetry;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes what the meters hold in the text format that Prometheus scrapes.
///
/// The metrics are `hotseat_call_duration_seconds` (histogram; `operation`, `region`),
/// `hotseat_calls_failed_total` (`operation`, `region`), `hotseat_hop_duration_seconds` (histogram;
/// `hop`), `hotseat_hops_failed_total` (`hop`), `hotseat_refusals_total` (`why`) and
/// `hotseat_level` (gauge; `measure`, `subject`: what readings show under `measure/subject`).
final class Exposition {
  private Exposition() {}

  static String text(
      Map<String, Meter> operations,
      Map<String, Meter> hops,
      Map<String, Long> refused,
      Map<String, Double> levels) {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    meters(all, "hotseat_call_duration", "hotseat_calls_failed", "From due to done.", operations);
    meters(all, "hotseat_hop_duration", "hotseat_hops_failed", "From asking to answer.", hops);
    all.metricSnapshot(refusals(refused));
    all.metricSnapshot(levels(levels));
    return written(all.build());
  }

  private static void meters(
      MetricSnapshots.Builder into,
      String durations,
      String failures,
      String help,
      Map<String, Meter> meters) {
    HistogramSnapshot.Builder taken =
        HistogramSnapshot.builder().name(durations + "_seconds").help(help);
    CounterSnapshot.Builder failed =
        CounterSnapshot.builder().name(failures).help("Of these, failed.");
    String label = durations.contains("hop") ? "hop" : "operation";
    meters.forEach((name, meter) -> {
      Labels labels = labels(label, name);
      taken.dataPoint(histogram(labels, meter.total()));
      failed.dataPoint(counter(labels, meter.total().failed()));
    });
    into.metricSnapshot(taken.build()).metricSnapshot(failed.build());
  }

  private static Labels labels(String label, String name) {
    int at = name.indexOf('@');
    return at < 0
        ? Labels.of(label, name)
        : Labels.of(label, name.substring(0, at), "region", name.substring(at + 1));
  }

  private static HistogramDataPointSnapshot histogram(Labels labels, Total total) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    long[] counts = total.buckets();
    for (int i = 0; i < counts.length; i++) {
      double bound = i < Total.BOUNDS.length ? Total.BOUNDS[i] : Double.POSITIVE_INFINITY;
      buckets.bucket(bound, counts[i]);
    }
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(buckets.build())
        .sum(total.sumSeconds())
        .build();
  }

  private static CounterSnapshot refusals(Map<String, Long> refused) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder().name("hotseat_refusals").help("Failed or refused calls.");
    refused.forEach((why, count) -> counter.dataPoint(counter(Labels.of("why", why), count)));
    return counter.build();
  }

  private static CounterDataPointSnapshot counter(Labels labels, long value) {
    return CounterDataPointSnapshot.builder().labels(labels).value(value).build();
  }

  private static GaugeSnapshot levels(Map<String, Double> levels) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder().name("hotseat_level").help("Read, not counted.");
    levels.forEach((key, value) -> {
      int slash = key.indexOf('/');
      Labels labels =
          Labels.of("measure", key.substring(0, slash), "subject", key.substring(slash + 1));
      gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
    });
    return gauge.build();
  }

  private static String written(MetricSnapshots snapshots) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
