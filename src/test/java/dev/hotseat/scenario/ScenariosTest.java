package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.scenario.Scenarios.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {
  private static final Scenarios WARM = new Scenarios(TeaShop.ROOT, List.of(TeaShop.DESIGN));

  @TempDir Path root = Path.of("");
  private Scenarios scenarios = WARM;

  @BeforeEach
  void copy() throws IOException {
    TeaShop.copyTo(root);
    scenarios = new Scenarios(root, List.of(TeaShop.DESIGN));
  }

  @Test
  void findsEveryFolderByName() throws IOException {
    Files.createDirectories(root.resolve("schema"));
    Files.writeString(root.resolve("README.md"), "about scenarios");

    assertThat(scenarios.all()).extracting(Found::name).containsExactly("tea-shop");
    assertThat(scenarios.find("tea-shop")).containsInstanceOf(Found.Sound.class);
    assertThat(scenarios.find("coffee-shop")).isEmpty();
  }

  @Test
  void aBrokenScenarioStopsNoOther() throws IOException {
    Files.createDirectories(root.resolve("broken"));
    Files.writeString(root.resolve("broken/scenario.yaml"), "name: broken\n  title: x: y\n");

    assertThat(scenarios.all()).extracting(Found::name).containsExactly("broken", "tea-shop");
    assertThat(scenarios.find("broken")).containsInstanceOf(Found.Broken.class);
    assertThat(scenarios.find("broken").orElseThrow().problems()).isNotEmpty();
    assertThat(scenarios.find("tea-shop")).containsInstanceOf(Found.Sound.class);
  }

  @Test
  void isUnderstoodOnceWhileNothingChanges() {
    Scenario first = sound();

    assertThat(sound()).isSameAs(first);
  }

  @Test
  void anEditTakesEffectAtOnce() throws IOException {
    Scenario before = sound();
    replace("title: Keep the tea coming", "title: Keep the tea hot");

    assertThat(sound().title()).isEqualTo("Keep the tea hot");
    assertThat(sound().digest()).isNotEqualTo(before.digest());
    assertThat(before.title()).isEqualTo("Keep the tea coming");
  }

  @Test
  void anEditOfTheSameLengthTakesEffectToo() throws IOException {
    sound();
    replace("minutes: 20\n", "minutes: 21\n");

    assertThat(scenarios.find("tea-shop")).containsInstanceOf(Found.Broken.class);
  }

  @Test
  void aFolderBrokenByAnEditIsBrokenUntilItIsMended() throws IOException {
    Scenario before = sound();
    replace("system: tea-shop", "system: tee-shop");

    Found broken = scenarios.find("tea-shop").orElseThrow();
    replace("system: tee-shop", "system: tea-shop");

    assertThat(broken).isInstanceOf(Found.Broken.class);
    assertThat(broken.problems().getFirst().text())
        .isEqualTo(
            "scenario.yaml:4:9: error: no system is called 'tee-shop'; expected tea-shop;"
                + " did you mean 'tea-shop'?");
    assertThat(sound().digest()).isEqualTo(before.digest());
  }

  @Test
  void newRehearsalsAndLostFilesCount() throws IOException {
    sound();
    Files.writeString(
        root.resolve("tea-shop/rehearsals/lazy.yaml"),
        "name: lazy\nabout: Sleeps.\nanswers: {}\nexpect: {design: not assessed}\n");

    assertThat(sound().rehearsals()).extracting(Rehearsal::name).contains("lazy");

    Files.delete(root.resolve("tea-shop/hearing.yaml"));
    assertThat(scenarios.find("tea-shop")).containsInstanceOf(Found.Broken.class);
  }

  @Test
  void namesThatLeaveTheFolderFindNothing() {
    for (String name :
        List.of("..", "../tea-shop", "tea-shop/", "TEA-SHOP", "", "a/b", "tea-shop\0")) {
      assertThat(scenarios.find(name)).as(name).isEmpty();
    }
  }

  @Test
  void aMissingRootHoldsNothing() {
    assertThat(new Scenarios(root.resolve("nowhere"), List.of()).all()).isEmpty();
  }

  @Test
  void manyReadersSeeOneScenario() throws Exception {
    List<Callable<Scenario>> readers = new ArrayList<>();
    for (int each = 0; each < 16; each++) {
      readers.add(this::sound);
    }
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Scenario> seen = new ArrayList<>();
      for (Future<Scenario> each : crew.invokeAll(readers)) {
        seen.add(each.get());
      }
      assertThat(seen).hasSize(16).allMatch(each -> each == seen.getFirst());
    }
  }

  private Scenario sound() {
    Found found = scenarios.find("tea-shop").orElseThrow();
    assertThat(found).as("problems %s", found.problems()).isInstanceOf(Found.Sound.class);
    return ((Found.Sound) found).scenario();
  }

  private void replace(String from, String to) throws IOException {
    Path file = root.resolve("tea-shop/scenario.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
