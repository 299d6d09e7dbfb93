package dev.hotseat.live;

import java.nio.file.Path;

/// Where the house keeps a database that is too large for memory, and how it opens it: what
/// benchmarks, which stand outside of the package, need of it.
public final class OnDisk {
  private OnDisk() {}

  /// The address of a database of this name, with the settings of the house.
  public static String url(Path folder, String name) {
    return new Place.Disk(folder).url(name);
  }
}
