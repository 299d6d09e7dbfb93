package dev.hotseat.live.orders;

import dev.hotseat.live.Design.Sheet;
import dev.hotseat.live.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All instruments that only this service has.
final class Sheets {
  private final Map<String, Page> pages = new HashMap<>();

  Sheets(List<Map<String, Page>> all) {
    all.forEach(pages::putAll);
  }

  /// The sheets of the design.
  static List<Sheet> sheets() {
    return Stream.of(
            FleetSheets.sheets(),
            CallSheets.sheets(),
            ChangeSheets.sheets(),
            DatabaseSheets.sheets())
        .flatMap(List::stream)
        .toList();
  }

  Listing read(String sheet, Map<String, String> with) throws InterruptedException {
    Page page = pages.get(sheet);
    if (page == null) {
      throw new IllegalArgumentException("no such sheet: " + sheet);
    }
    return page.read(with);
  }
}
