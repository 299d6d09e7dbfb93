package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Conversion.Converted;
import dev.hotseat.live.migration.Conversion.Refused;
import java.util.ArrayList;
import java.util.List;

/// What a customer of the old schema is in the new one, and back. The one place that knows: the
/// backfill, the application's dual write, the trigger, the verifier and the oracle all ask here.
final class Rules {
  private static final String NAME_BLANK = "name-blank";

  /// Family name of those who gave none.
  static final String NOBODY = "Unknown";

  private Rules() {}

  static Conversion convert(OldRow old) {
    List<Note> notes = new ArrayList<>(0);
    String country = Countries.code(old.country(), notes);
    Purse purse = Purse.of(old.credit(), Countries.currency(country), notes);
    FullName name = FullName.of(old.name(), notes);
    if (name.isBlank()) {
      return new Refused(
          NAME_BLANK, old.name(), row(old, country, purse, new FullName("", NOBODY)));
    }
    return new Converted(row(old, country, purse, name), notes);
  }

  private static NewRow row(OldRow old, String country, Purse purse, FullName name) {
    return new NewRow(
        old.id(),
        name.given(),
        name.family(),
        old.email(),
        purse.minor(),
        purse.currency(),
        country,
        old.version());
  }

  /// The same customer for those who still read the old schema. Converting the result again gives
  /// the new row back.
  static OldRow back(NewRow row) {
    return new OldRow(
        Math.toIntExact(row.id()),
        new FullName(row.givenName(), row.familyName()).written(),
        row.email(),
        new Purse(row.creditMinor(), row.currency()).amount(),
        Countries.name(row.country()),
        row.version());
  }
}
