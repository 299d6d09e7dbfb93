package dev.hotseat.ui;

import dev.hotseat.scoring.Report;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/// A report as one page that needs nothing else: no script, no font, no picture from anywhere.
@Singleton
@Named("report-page")
final class ReportPage implements Function<Report, String> {
  private final Templates templates;

  ReportPage(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String apply(Report report) {
    return templates.text("report.jte", Map.of("report", report, "strip", TimeStrip.of(report)));
  }
}
