package dev.hotseat.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a system's database is kept.
sealed interface Place {
  Place MEMORY = new Memory();

  /// The address of a database of this name, without settings of its own.
  String url(String name);

  /// Leaves nothing behind once the database is closed.
  void clear();

  /// For as long as somebody is connected.
  record Memory() implements Place {
    @Override
    public String url(String name) {
      return "jdbc:h2:mem:" + name;
    }

    @Override
    public void clear() {
      // it went with the last connection
    }
  }

  /// In a folder of its own, for what is larger than the heap.
  record Disk(Path folder) implements Place {
    static Disk temporary(String system) {
      try {
        return new Disk(Files.createTempDirectory("hotseat-" + system + "-"));
      } catch (IOException e) {
        throw new UncheckedIOException("no folder for the database of " + system, e);
      }
    }

    /*
     * What was superseded is given up at once: nobody opens this database a second time. A table that
     * is copied while it is in use leaves behind a superseded page for nearly every row that somebody
     * writes meanwhile, and the engine tidies up behind itself only so much with each time it writes to
     * the file: so it writes often. That it begins when two fifths are waste, and not earlier, is left
     * as it is: whoever is served pays for tidying. The pages it keeps are few: the system keeps the
     * file in its own cache, where no collector has to move it.
     */
    private static final String SETTINGS = ";RETENTION_TIME=0;WRITE_DELAY=300;CACHE_SIZE=8192";

    /*
     * A part that is killed interrupts its threads, and an interrupt closes an ordinary file under
     * everybody else.
     */
    @Override
    public String url(String name) {
      return "jdbc:h2:" + SteadyPath.of(folder.resolve(name)) + SETTINGS;
    }

    @Override
    public void clear() {
      try (Stream<Path> found = Files.walk(folder)) {
        List<Path> all = found.sorted(Comparator.reverseOrder()).toList();
        for (Path each : all) {
          Files.deleteIfExists(each);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot clear " + folder, e);
      }
    }
  }
}
