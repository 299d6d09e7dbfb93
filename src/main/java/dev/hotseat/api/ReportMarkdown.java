package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.scoring.DimensionScore;
import dev.hotseat.scoring.Receipt;
import dev.hotseat.scoring.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as Markdown, to be kept beside other notes.
final class ReportMarkdown {
  private final StringBuilder text = new StringBuilder();

  private ReportMarkdown() {}

  static String of(Report report) {
    ReportMarkdown page = new ReportMarkdown();
    page.head(report);
    page.scores(report);
    page.receipts("Disqualifiers", report.disqualifiers());
    page.milestones(report.milestones());
    page.troubles(report.troubles());
    page.review(report.review());
    page.objectives(report.objectives());
    page.runs(report.runs());
    page.design(report);
    page.hints(report.hints());
    page.timeline(report.timeline());
    page.advice(report);
    return page.text.toString();
  }

  private void head(Report report) {
    line("# " + plain(report.title()));
    line("");
    line(
        plain(
            (report.candidate().isEmpty() ? "" : report.candidate() + " · ")
                + report.mode()
                + " · seed "
                + report.seed()
                + " · "
                + Figures.clock(report.elapsedSeconds())
                + " of "
                + Figures.clock(report.plannedSeconds())));
    line("");
    line("**" + plain(report.headline()) + "**");
  }

  private void scores(Report report) {
    title("Scores");
    row("dimension", "level", "why");
    row("---", "---", "---");
    for (DimensionScore each : report.dimensions()) {
      row(plain(each.title()), level(each), plain(each.why()));
    }
    for (DimensionScore each : report.dimensions()) {
      if (each.level() != null) {
        line("");
        line("**" + plain(each.title()) + "** " + plain(each.anchor()));
      }
      receipts(each.title() + ": receipts", each.receipts());
    }
  }

  private static String level(DimensionScore score) {
    return score.level() == null ? "not assessed" : score.level() + " of 5";
  }

  private void receipts(String title, List<Receipt> receipts) {
    if (receipts.isEmpty()) {
      return;
    }
    line("");
    line("### " + plain(title));
    line("");
    for (Receipt each : receipts) {
      line(
          "- "
              + Figures.clock(each.elapsedSeconds())
              + " "
              + plain(each.text())
              + " ("
              + Figures.count(each.points())
              + ", `"
              + each.ref()
              + "`)");
    }
  }

  private void objectives(List<Report.ObjectiveLine> objectives) {
    if (objectives.isEmpty()) {
      return;
    }
    title("Objectives");
    row("objective", "target", "last measured", "met");
    row("---", "---", "---", "---");
    for (Report.ObjectiveLine each : objectives) {
      Double measured = each.measured();
      row(
          plain(each.text()),
          plain((each.target() + " " + each.unit()).strip()),
          measured == null ? "not measured" : Figures.of(measured, each.unit()),
          measured == null ? "" : each.met() ? "yes" : "no");
    }
  }

  private void milestones(List<Report.MilestoneLine> milestones) {
    if (milestones.isEmpty()) {
      return;
    }
    title("How long it took");
    row("moment", "since it began", "at");
    row("---", "---", "---");
    for (Report.MilestoneLine each : milestones) {
      Double after = each.afterTroubleSeconds();
      Double at = each.elapsedSeconds();
      row(
          plain(each.title()),
          after == null ? "" : Figures.clock(after),
          at == null ? "never" : Figures.clock(at));
    }
  }

  private void troubles(List<Report.TroubleLine> troubles) {
    if (troubles.isEmpty()) {
      return;
    }
    title("What it was");
    for (Report.TroubleLine each : troubles) {
      line(
          "- "
              + Figures.clock(each.elapsedSeconds())
              + " **"
              + plain(each.fault())
              + "**"
              + (each.asked() ? each.explained() ? ", explained" : ", not explained" : "")
              + (each.path().isEmpty() ? "" : ". " + plain(each.path()))
              + felt(each.felt()));
    }
  }

  private static String felt(Report.TroubleLine.@Nullable Felt felt) {
    return felt == null ? "" : " Measured: " + felt.told() + ".";
  }

  private void review(List<Report.ReviewLine> review) {
    for (Report.ReviewLine part : review) {
      title(plain(part.title()));
      for (Report.ReviewLine.Words each : part.words()) {
        line("> " + plain(each.text()) + " (" + Figures.clock(each.elapsedSeconds()) + ")");
        line("");
      }
    }
  }

  private void runs(List<Report.RunLine> runs) {
    if (runs.isEmpty()) {
      return;
    }
    title("Load runs");
    row("run", "plan", "state", "predicted", "measured");
    row("---", "---", "---", "---", "---");
    for (Report.RunLine run : runs) {
      StringBuilder predicted = new StringBuilder();
      StringBuilder measured = new StringBuilder();
      for (Report.PredictionLine each : run.predictions()) {
        Double found = each.measured();
        predicted.append(plain(each.metric())).append(' ');
        predicted.append(Figures.of(each.predicted(), each.unit())).append(' ');
        measured.append(found == null ? Figures.NONE : Figures.of(found, each.unit()));
        measured.append(each.held() ? " (held) " : " (missed) ");
      }
      row(
          Integer.toString(run.run()),
          plain(run.plan()),
          run.state(),
          predicted.toString().strip(),
          measured.toString().strip());
    }
  }

  private void design(Report report) {
    if (report.changedRequirement() != null) {
      title("What changed on the way");
      line(plain(report.changedRequirement().text()));
    }
    if (report.levers().isEmpty()) {
      return;
    }
    title("The design");
    for (Report.LeverLine each : report.levers()) {
      line(
          "- "
              + Figures.clock(each.elapsedSeconds())
              + " "
              + plain(each.from() + " → " + each.to())
              + (each.reason().isEmpty() ? "" : ": " + plain(each.reason())));
    }
  }

  private void hints(List<Report.HintLine> hints) {
    if (hints.isEmpty()) {
      return;
    }
    title("Hints used");
    hints.forEach(
        each -> line("- " + Figures.clock(each.elapsedSeconds()) + " " + plain(each.text())));
  }

  private void timeline(List<Report.Mark> timeline) {
    title("Timeline");
    row("at", "kind", "what happened");
    row("---", "---", "---");
    timeline.forEach(
        each -> row(Figures.clock(each.elapsedSeconds()), each.kind(), plain(each.text())));
  }

  private void advice(Report report) {
    if (!report.strong().isEmpty()) {
      title("What a strong answer does");
      report.strong().forEach(each -> line("- " + plain(each)));
    }
    section("How likely in production", report.likelihood());
    section("One thing to try next", report.next());
  }

  private void section(String title, String words) {
    if (!words.isEmpty()) {
      title(title);
      line(plain(words));
    }
  }

  private void title(String words) {
    line("");
    line("## " + words);
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  /// What somebody typed stays words: no markup, no line break, no end of a table's cell.
  private static String plain(String words) {
    return words
        .replaceAll("[\\p{Cntrl}]+", " ")
        .replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1")
        .strip();
  }
}
