package dev.hotseat.ui;

import dev.hotseat.scoring.Report;
import dev.hotseat.scoring.Report.RunLine;
import java.util.List;
import java.util.Map;

/// A report as a page shows it: on our site with links into the replay, or on its own without any.
///
/// @param session id of the session whose replay it links to; empty where it stands on its own
public record ReportView(Report report, TimeStrip strip, String session) {
  private static final List<String> TOLD = List.of("offered", "served", "failed");

  static ReportView linked(Report report, String session) {
    return new ReportView(report, TimeStrip.of(report), session);
  }

  static ReportView alone(Report report) {
    return new ReportView(report, TimeStrip.of(report), "");
  }

  /// Where a moment can be seen again; empty where the page stands on its own.
  ///
  /// @param ref such as `entry/12` or `run/2`
  public String moment(String ref) {
    return session.isEmpty() ? "" : "/sessions/" + session + "/replay#" + ref;
  }

  /// What a run came to, in a few words.
  public String outcome(RunLine run) {
    Map<String, Double> figures = run.figures();
    StringBuilder words = new StringBuilder();
    for (String figure : TOLD) {
      if (figures.containsKey(figure)) {
        words
            .append(words.isEmpty() ? "" : ", ")
            .append(Shown.amount(figures.get(figure), ""))
            .append(' ')
            .append(figure);
      }
    }
    return words.toString();
  }

  /// How many objectives were met when last measured.
  public long objectivesMet() {
    return report.objectives().stream()
        .filter(each -> each.measured() != null && each.met())
        .count();
  }
}
