package dev.hotseat.live.migration;

import dev.hotseat.live.Design.Sheet;
import java.util.List;

/// The instruments that only the customers service has.
final class CustomersSheets {
  private CustomersSheets() {}

  static List<Sheet> sheets() {
    return List.of(
        new Sheet(
            "steps",
            "Steps",
            "What was done, and what of it can be undone, how fast, and until when"),
        new Sheet("backfill", "Backfill", "How far copying has come, and what it waits for"),
        new Sheet("parity", "Parity", "What the last verification found, by range of ids"),
        new Sheet("mismatches", "Mismatches", "Customers of whom the two tables differ"),
        new Sheet("instances", "Instances", "Which release each runs, and what it is doing"),
        new Sheet(
            "truth", "Truth", "What is wrong with acknowledged writes, by the step that did it"),
        new Sheet("flaws", "Flaws", "The customers it is wrong with"),
        new Sheet("ddl", "Impact", "What each step did to readers and writers"),
        new Sheet("rules", "Rules", "What converting had to decide, and what it refused"),
        new Sheet("disk", "Disk", "How much the tables hold"));
  }
}
