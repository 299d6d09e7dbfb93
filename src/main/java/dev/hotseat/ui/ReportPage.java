package dev.hotseat.ui;

import dev.hotseat.scoring.Report;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A report as one page that needs nothing else: no script, no font, no picture from anywhere. Its
/// style is that of the site, written into it.
@Singleton
@Named("report-page")
final class ReportPage implements Function<Report, String> {
  private static final List<String> STYLES =
      List.of("css/tokens.css", "css/base.css", "css/report.css");

  private final Templates templates;
  private final Assets assets;

  ReportPage(Templates templates, Assets assets) {
    this.templates = templates;
    this.assets = assets;
  }

  @Override
  public String apply(Report report) {
    return templates.text(
        "report-alone.jte", Map.of("view", ReportView.alone(report), "style", style()));
  }

  private String style() {
    return STYLES.stream()
        .map(path -> assets.find(path).orElseThrow())
        .map(asset -> new String(asset.bytes(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
