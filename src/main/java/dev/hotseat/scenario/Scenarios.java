package dev.hotseat.scenario;

import dev.hotseat.live.Design;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All scenarios under one folder, as they are on disk now.
///
/// Safe for use by many threads. A scenario that is given out never changes.
public final class Scenarios {
  /*
   * Each access reads the folder again and compares its digest: some hundred kilobytes, less than a
   * millisecond, and no watcher that could miss an edit. Only a changed folder is understood again.
   *
   * A folder that an edit has broken is broken: the last good version is not used in its stead,
   * because an author would then try out what is no longer there and believe the edit had worked.
   * Sessions that already run keep the scenario they began with.
   */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Path root;
  private final ScenarioLoader loader;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /// @param root holds one folder per scenario
  /// @param systems the live systems there are
  public Scenarios(Path root, Collection<Design> systems) {
    this.root = root;
    this.loader =
        new ScenarioLoader(
            systems.stream().collect(Collectors.toMap(Design::name, Function.identity())),
            new Language());
  }

  /// A scenario folder, sound or broken.
  public sealed interface Found {
    /// Name of the folder.
    String name();

    /// Errors and warnings, in the order of files and lines.
    List<Problem> problems();

    /// A scenario that can be played; its problems are warnings.
    record Sound(Scenario scenario, List<Problem> problems) implements Found {
      @Override
      public String name() {
        return scenario.name();
      }
    }

    /// A folder with errors. Nobody can play it until they are mended.
    record Broken(String name, List<Problem> problems) implements Found {}
  }

  private record Known(String digest, Found found) {}

  /// Every folder, by name.
  public List<Found> all() {
    List<Found> all = new ArrayList<>();
    folders().forEach(name -> find(name).ifPresent(all::add));
    return all;
  }

  /// The folder of that name; empty when there is none.
  public Optional<Found> find(String name) {
    if (!NAME.matcher(name).matches() || !meansToBeOne(root.resolve(name))) {
      known.remove(name);
      return Optional.empty();
    }
    return Optional.of(
        known.compute(name, (_, last) -> again(name, Optional.ofNullable(last))).found());
  }

  private Known again(String name, Optional<Known> last) {
    try {
      Folder folder = Folder.read(root.resolve(name));
      return last.filter(each -> each.digest().equals(folder.digest()))
          .orElseGet(() -> new Known(folder.digest(), understood(folder)));
    } catch (IOException unreadable) {
      Notes notes = new Notes();
      notes.error(Place.startOf(name), "the folder cannot be read", "files readable by the server");
      return new Known("", new Found.Broken(name, notes.problems()));
    }
  }

  private Found understood(Folder folder) {
    ScenarioLoader.Loaded loaded = loader.load(folder);
    return loaded
        .scenario()
        .<Found>map(scenario -> new Found.Sound(scenario, loaded.problems()))
        .orElseGet(() -> new Found.Broken(folder.name(), loaded.problems()));
  }

  /// Folders that hold or mean to hold a scenario: those with a `scenario.yaml`, or with any file
  /// that belongs to one.
  private SortedSet<String> folders() {
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        if (meansToBeOne(folder)) {
          names.add(folder.getFileName().toString());
        }
      }
    } catch (IOException noRoot) {
      return names;
    }
    return names;
  }

  private static boolean meansToBeOne(Path folder) {
    return List.of(Folder.SCENARIO, Folder.INTERVIEW, Folder.LOAD, Folder.HEARING).stream()
        .anyMatch(file -> Files.exists(folder.resolve(file)));
  }
}
