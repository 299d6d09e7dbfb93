package dev.hotseat.live;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// The file system `steady:` of H2, whose files an interrupt does not close.
///
/// H2's own `file:` closes under everybody when one thread is interrupted while it reads; its
/// `retry:` opens the file again and forgets that the thread was interrupted; its `async:` hands
/// every read to another thread and waits for it.
public final class SteadyPath extends FilePathWrapper {
  private static final String SCHEME = "steady";

  /// Makes the file system known to the database, and gives the address of a file in it.
  public static String of(Path file) {
    FilePath.register(new SteadyPath());
    return SCHEME + ":" + file;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new SteadyFile(Path.of(unwrap().toString()), mode);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }
}
