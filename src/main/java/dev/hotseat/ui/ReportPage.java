package dev.hotseat.ui;

import dev.hotseat.scoring.Report;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/// A report as one page that needs nothing else: no script, no font, no picture from anywhere.
@Singleton
@Named("report-page")
final class ReportPage implements Function<Report, String> {
  private static final String TEMPLATES = "dev.hotseat.jte";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);

  @Override
  public String apply(Report report) {
    StringOutput page = new StringOutput();
    templates.render("report.jte", Map.of("report", report, "strip", TimeStrip.of(report)), page);
    return page.toString();
  }
}
