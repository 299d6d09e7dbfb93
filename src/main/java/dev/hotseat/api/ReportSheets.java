package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.scoring.DimensionScore;
import dev.hotseat.scoring.Receipt;
import dev.hotseat.scoring.Report;
import java.util.List;
import java.util.Locale;

/// A report on a terminal.
final class ReportSheets {
  private static final int LEVELS = 5;
  private static final int WHEN = 14;

  private ReportSheets() {}

  static Sheet report(Report report, Commands commands) {
    Sheet sheet =
        new Sheet()
            .head(
                "report · " + report.title() + candidate(report),
                report.mode() + " · seed " + report.seed())
            .paragraph(report.headline());
    dimensions(sheet, report.dimensions());
    disqualifiers(sheet, report.disqualifiers());
    milestones(sheet, report.milestones());
    troubles(sheet, report.troubles());
    review(sheet, report.review());
    objectives(sheet, report);
    runs(sheet, report);
    hints(sheet, report);
    timeline(sheet, report.timeline());
    if (!report.strong().isEmpty()) {
      sheet.title("what a strong answer does").points(report.strong());
    }
    said(sheet, "how likely in production", report.likelihood());
    said(sheet, "one thing to try next", report.next());
    return sheet.next(
        commands.block(commands.get("runs"), commands.save("report?format=html", "report.html")));
  }

  private static String candidate(Report report) {
    return report.candidate().isEmpty() ? "" : " · " + report.candidate();
  }

  private static void dimensions(Sheet sheet, List<DimensionScore> dimensions) {
    for (DimensionScore each : dimensions) {
      Integer level = each.level();
      sheet.title(
          (level == null ? "·".repeat(LEVELS) : "●".repeat(level) + "○".repeat(LEVELS - level))
              + "  "
              + each.title()
              + (level == null ? ": not assessed" : ": " + level + " of " + LEVELS));
      if (level != null) {
        sheet.said("", 7, each.anchor());
      }
      sheet.said("", 7, each.why());
      each.receipts().forEach(receipt -> receipt(sheet, receipt));
    }
  }

  private static void receipt(Sheet sheet, Receipt receipt) {
    String mark = receipt.strength().equals("strong") ? "+" : receipt.points() < 0 ? "−" : "·";
    sheet.said(
        "     " + mark + " " + Figures.clock(receipt.elapsedSeconds()),
        WHEN,
        receipt.text() + " (" + points(receipt) + ", " + receipt.ref() + ")");
  }

  private static String points(Receipt receipt) {
    String sign = receipt.points() > 0 ? "+" : receipt.points() < 0 ? "−" : "";
    return sign + Figures.count(Math.abs(receipt.points()));
  }

  private static void disqualifiers(Sheet sheet, List<Receipt> disqualifiers) {
    if (!disqualifiers.isEmpty()) {
      sheet.title("disqualifiers");
      disqualifiers.forEach(each -> receipt(sheet, each));
    }
  }

  private static void objectives(Sheet sheet, Report report) {
    Grid grid = new Grid("", "objective", ">target", ">last measured", ">met for");
    for (Report.ObjectiveLine each : report.objectives()) {
      Double measured = each.measured();
      grid.row(
          measured == null ? "–" : each.met() ? "✓" : "✗",
          each.text(),
          (each.target() + " " + each.unit()).strip(),
          measured == null ? Figures.NONE : Figures.of(measured, each.unit()),
          each.metSeconds() + " of " + each.measuredSeconds() + " s");
    }
    if (!grid.isEmpty()) {
      sheet.title("objectives").grid(grid);
    }
  }

  private static void milestones(Sheet sheet, List<Report.MilestoneLine> milestones) {
    Grid grid = new Grid("moment", ">since it began", ">at");
    for (Report.MilestoneLine each : milestones) {
      Double after = each.afterTroubleSeconds();
      Double at = each.elapsedSeconds();
      grid.row(
          each.title(),
          after == null ? Figures.NONE : Figures.clock(after),
          at == null ? "never" : Figures.clock(at));
    }
    if (!grid.isEmpty()) {
      sheet.title("how long it took").grid(grid);
    }
  }

  private static void troubles(Sheet sheet, List<Report.TroubleLine> troubles) {
    if (!troubles.isEmpty()) {
      sheet.title("what it was");
      troubles.forEach(
          each -> sheet.said("  " + Figures.clock(each.elapsedSeconds()), WHEN, told(each)));
    }
  }

  private static String told(Report.TroubleLine trouble) {
    String found =
        !trouble.asked() ? "" : trouble.explained() ? " (explained)" : " (not explained)";
    Report.TroubleLine.Felt felt = trouble.felt();
    return trouble.fault()
        + found
        + (trouble.path().isEmpty() ? "" : ": " + trouble.path())
        + (felt == null ? "" : " Measured: " + felt.told() + ".");
  }

  private static void review(Sheet sheet, List<Report.ReviewLine> review) {
    for (Report.ReviewLine part : review) {
      sheet.title(part.title().toLowerCase(Locale.ROOT));
      part.words()
          .forEach(
              each -> sheet.said("  " + Figures.clock(each.elapsedSeconds()), WHEN, each.text()));
    }
  }

  private static void runs(Sheet sheet, Report report) {
    Grid grid = new Grid(">run", "plan", "state", ">predicted", ">measured", "of");
    for (Report.RunLine run : report.runs()) {
      String number = Integer.toString(run.run());
      if (run.predictions().isEmpty()) {
        grid.row(number, run.plan(), run.state(), "", "", "");
      }
      for (Report.PredictionLine each : run.predictions()) {
        Double measured = each.measured();
        grid.row(
            number,
            run.plan(),
            run.state(),
            Figures.of(each.predicted(), each.unit()),
            measured == null ? Figures.NONE : Figures.of(measured, each.unit()),
            each.metric() + (each.held() ? " ✓" : " ✗"));
      }
    }
    if (!grid.isEmpty()) {
      sheet.title("load runs, predicted and measured").grid(grid);
    }
  }

  private static void hints(Sheet sheet, Report report) {
    if (!report.hints().isEmpty()) {
      sheet.title("hints used");
      report
          .hints()
          .forEach(
              each -> sheet.said("  " + Figures.clock(each.elapsedSeconds()), WHEN, each.text()));
    }
  }

  private static void timeline(Sheet sheet, List<Report.Mark> timeline) {
    Grid grid = new Grid(">at", "", "what happened");
    timeline.forEach(
        each -> grid.row(Figures.clock(each.elapsedSeconds()), each.kind(), each.text()));
    if (!grid.isEmpty()) {
      sheet.title("timeline").grid(grid);
    }
  }

  private static void said(Sheet sheet, String title, String words) {
    if (!words.isEmpty()) {
      sheet.title(title).said("", 2, words);
    }
  }
}
