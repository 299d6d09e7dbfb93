package dev.hotseat.scenario;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Part.Kind;
import dev.hotseat.live.Lever;
import dev.hotseat.live.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A small system that exists on paper only, and a sound scenario folder about it.
final class TeaShop {
  static final Path ROOT = Path.of("src/test/resources/scenarios");
  static final String NAME = "tea-shop";

  static final Design DESIGN =
      new Design(
          NAME,
          List.of(
              new Design.Part("door", Kind.CLIENT, 0),
              new Design.Part("counter", Kind.APP, 1),
              new Design.Part("kettle", Kind.STORE, 2)),
          List.of(
              new Design.HopPlan("door", "counter", Duration.ZERO, Duration.ofSeconds(1)),
              new Design.HopPlan("counter", "kettle", Duration.ZERO, Duration.ofSeconds(1))),
          List.of(
              new Design.Operation("order", "a cup of tea", "POST", "/orders", "{}"),
              new Design.Operation("complain", "says it is cold", "POST", "/complaints", "{}")),
          List.of(
              new Design.Traffic("orders", "guests"), new Design.Traffic("complaints", "critics")),
          List.of(
              new Lever.Choice(
                  "cache", "where tea is kept", List.of("off", "local", "shared"), "off"),
              new Lever.Number("kettles", "how many", 1, 8, "kettles", 1),
              new Lever.Switch("fast", "boil fast", false)),
          List.of(
              new FaultKind(
                  "slow-kettle",
                  "limescale",
                  "counter>kettle",
                  new FaultKind.Effect.Own(),
                  "ms",
                  50,
                  2_000,
                  100),
              new FaultKind(
                  "spilled", "a spilled pot", "counter", new FaultKind.Effect.Own(), "", 1, 1, 1)),
          List.of(
              new Design.Action(
                  "refill",
                  "fills a kettle",
                  Duration.ofSeconds(2),
                  List.of(Parameter.number("kettle", "which", 1, 3, ""))),
              new Design.Action("sweep", "sweeps the floor", Duration.ZERO)),
          List.of(
              new Design.Measure("cupsInFlight", "cups", "cups being carried"),
              new Design.Measure("spoonShare", "share", "cups with a spoon")),
          List.of(new Design.Measure("lostCups", "cups", "cups paid and never served")),
          List.of("north", "south"),
          List.of(new Design.Sheet("guests", "Guests", "who sits where")));

  private static final ScenarioLoader LOADER =
      new ScenarioLoader(Map.of(NAME, DESIGN), new Language());

  private static final Folder SOUND = read();

  private TeaShop() {}

  static Folder folder() {
    return SOUND;
  }

  private static Folder read() {
    try {
      return Folder.read(ROOT.resolve(NAME));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The sound folder with one file changed.
  static Folder with(String file, UnaryOperator<String> change) {
    SortedMap<String, byte[]> files = new TreeMap<>(folder().files());
    String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    return of(files, file, change.apply(text).getBytes(StandardCharsets.UTF_8));
  }

  /// The sound folder with one file replaced.
  static Folder with(String file, byte[] bytes) {
    return of(new TreeMap<>(folder().files()), file, bytes);
  }

  private static Folder of(SortedMap<String, byte[]> files, String file, byte[] bytes) {
    files.put(file, bytes);
    return new Folder(NAME, files, Folder.digest(files));
  }

  static ScenarioLoader.Loaded load(Folder folder) {
    return LOADER.load(folder);
  }

  static Scenario scenario() {
    return load(folder()).scenario().orElseThrow();
  }

  static void copyTo(Path root) throws IOException {
    for (Map.Entry<String, byte[]> file : folder().files().entrySet()) {
      Path target = root.resolve(NAME).resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }
}
