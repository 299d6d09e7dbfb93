package dev.hotseat.live.payments;

import dev.hotseat.live.Disturbance;
import dev.hotseat.live.payments.SettlementFile.Line;
import dev.hotseat.world.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the providers put their settlement files. Files can be late, partial or wrong; the book
/// they are made from is not.
final class Settlements {
  private final Dice dice;
  private final Clock clock;
  private final Disturbance disturbance;
  private final Map<String, Provider> providers;

  Settlements(Dice dice, Clock clock, Disturbance disturbance, Map<String, Provider> providers) {
    this.dice = dice;
    this.clock = clock;
    this.disturbance = disturbance;
    this.providers = Map.copyOf(providers);
  }

  /// The file of a day, `today` or such as `2026-11-22`; empty for an unknown provider.
  Optional<SettlementFile> file(String provider, String day) throws InterruptedException {
    Provider found = providers.get(provider);
    if (found == null) {
      return Optional.empty();
    }
    long now = clock.millis();
    String date = day.equals("today") ? day(now) : day;
    List<Charge> charges =
        found
            .book()
            .aside(connection -> found.table().since(connection, 0, Integer.MAX_VALUE))
            .stream()
            .filter(Charge::approved)
            .filter(charge -> day(charge.atMillis()).equals(date))
            .toList();
    boolean late = disturbance.of("settlement-late") > 0 && !charges.isEmpty();
    long until = late ? charges.get(charges.size() * 3 / 4).atMillis() : now;
    List<Line> whole =
        charges.stream()
            .filter(charge -> !late || charge.atMillis() < until)
            .map(Settlements::line)
            .toList();
    List<Line> lines = crooked(partial(whole));
    int stated = lines.size() + whole.size() - partial(whole).size();
    return Optional.of(
        new SettlementFile(provider, date, Instant.ofEpochMilli(until), lines, stated));
  }

  private List<Line> partial(List<Line> lines) {
    double share = disturbance.of("settlement-partial");
    Draw missing = new Draw(dice, "lines are missing");
    return lines.stream().filter(_ -> !missing.hits(share)).toList();
  }

  /// Every other one that is hit comes twice, the others with another amount.
  private List<Line> crooked(List<Line> lines) {
    double share = disturbance.of("settlement-wrong");
    Draw wrong = new Draw(dice, "lines are wrong");
    List<Line> crooked = new ArrayList<>();
    boolean twice = true;
    for (Line line : lines) {
      boolean hit = wrong.hits(share);
      crooked.add(
          hit && !twice
              ? new Line(
                  line.charge(), line.reference(), line.kind(), line.amount() + 1, line.currency())
              : line);
      if (hit && twice) {
        crooked.add(line);
      }
      twice = hit != twice;
    }
    return crooked;
  }

  private static Line line(Charge charge) {
    return new Line(
        charge.id(), charge.reference(), charge.kind(), charge.amount(), charge.currency());
  }

  private static String day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC).toString();
  }
}
