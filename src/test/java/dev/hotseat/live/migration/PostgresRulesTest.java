package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.OpenStore;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.testing.LocalPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The rules are written down twice, once for a server that cannot ask ours; both say the same of
/// everybody.
class PostgresRulesTest {
  private static final int SEEDED = 3_000;
  private static final int MADE_UP = 3_000;
  private static final List<String> PIECES =
      List.of(
          "Ada",
          "Lovelace",
          "van",
          "VON",
          "dos",
          " ",
          "  ",
          ",",
          ", ",
          "\t",
          "-",
          "Ö",
          "é",
          "O'Neil",
          "");
  private static final List<String> COUNTRIES =
      List.of(
          "DE",
          "de",
          "Germany",
          "germany",
          " Kuwait ",
          "KW",
          "Japan",
          "UK",
          "uk",
          "England",
          "Narnia",
          "",
          "Antarctica",
          "AQ",
          "ZZ",
          "Brasil",
          "Yemen",
          "Chile",
          "nippon");
  private static final double[] CREDITS = {
    0,
    -0.0,
    0.005,
    0.015,
    2.675,
    1.005,
    -0.125,
    -2.5,
    2.5,
    3.5,
    12.3455,
    1e9 + 0.555,
    1e12,
    1.0e-7,
    0.30000000000000004,
    1019.9949999999999
  };

  @Test
  void theTriggerOfTheServerConvertsEverybodyAsWeDo() throws InterruptedException {
    Random random = new Random(LiveRig.SEED);
    List<OldRow> people = new ArrayList<>();
    for (int id = 1; id <= SEEDED; id++) {
      people.add(Seed.row(LiveRig.SEED, id));
    }
    for (int id = SEEDED + 1; id <= SEEDED + MADE_UP; id++) {
      people.add(madeUp(id, random));
    }
    List<NewRow> expected = people.stream().map(each -> Rules.convert(each).row()).toList();

    try (OpenStore store = OpenStore.on(LocalPostgres.server(), 1)) {
      List<NewRow> found =
          store.on(connection -> {
            Schema.createOld(connection);
            Schema.createNew(connection);
            Dialect.of(connection).copyChanges(connection, false);
            CopySource.insertAll(connection, people);
            return new CopyTarget(Schema.NEW).of(connection, new Stretch(0, people.size()));
          });

      assertThat(byPerson(people, found)).isEqualTo(byPerson(people, expected));
    }
  }

  private static TreeMap<String, NewRow> byPerson(List<OldRow> people, List<NewRow> rows) {
    TreeMap<String, NewRow> named = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      named.put(people.get(i).toString(), rows.get(i));
    }
    return named;
  }

  private static OldRow madeUp(int id, Random random) {
    StringBuilder name = new StringBuilder();
    int pieces = random.nextInt(7);
    for (int i = 0; i < pieces; i++) {
      name.append(PIECES.get(random.nextInt(PIECES.size())));
      name.append(random.nextBoolean() ? " " : "");
    }
    double credit =
        random.nextBoolean()
            ? CREDITS[random.nextInt(CREDITS.length)]
            : random.nextInt(2_000_000) / 1_000.0 - 1_000;
    String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
    return new OldRow(id, name.toString(), "a@example.org", credit, country, id);
  }
}
