package dev.hotseat.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/// A file that is opened again when an interrupt has closed it, so that only whoever was
/// interrupted learns of it: their operation is completed, and they stay interrupted.
final class SteadyFile extends FileBaseDefault {
  private final Path path;
  private final Set<? extends OpenOption> again;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile FileChannel channel;
  private volatile @Nullable FileLock lock;
  private boolean ended;

  SteadyFile(Path path, String mode) throws IOException {
    this.path = path;
    boolean reads = mode.equals("r");
    this.again =
        reads
            ? Set.of(StandardOpenOption.READ)
            : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.channel =
        reads
            ? FileChannel.open(path, again)
            : FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    int start = into.position();
    return steadily(open -> open.read(into.position(start), position));
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    int start = from.position();
    return steadily(open -> open.write(from.position(start), position));
  }

  @Override
  public long size() throws IOException {
    return steadily(FileChannel::size);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    steadily(open -> {
      open.force(metaData);
      return true;
    });
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    steadily(open -> open.truncate(size));
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    changing.lock();
    try {
      FileLock taken = channel.tryLock(position, size, shared);
      lock = taken;
      return taken == null ? null : new Held(position, size, shared);
    } finally {
      changing.unlock();
    }
  }

  @Override
  protected void implCloseChannel() throws IOException {
    changing.lock();
    try {
      ended = true;
      channel.close();
    } finally {
      changing.unlock();
    }
  }

  /*
   * What was cut off may have been done in part or even in full, with the buffer's position moved on.
   * It is done once more from where it began: reads and writes name their place in the file.
   */
  private <T> T steadily(Operation<T> operation) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        FileChannel open = channel;
        try {
          return operation.on(open);
        } catch (ClosedChannelException closed) {
          interrupted |= Thread.interrupted();
          openAgain(open, closed);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void openAgain(FileChannel shut, ClosedChannelException closed) throws IOException {
    changing.lock();
    try {
      if (ended) {
        throw closed;
      }
      if (channel == shut) {
        FileChannel opened = FileChannel.open(path, again);
        FileLock before = lock;
        if (before != null) {
          FileLock taken = opened.tryLock(before.position(), before.size(), before.isShared());
          if (taken == null) {
            opened.close();
            throw new IOException(path + " was locked by somebody else meanwhile");
          }
          lock = taken;
        }
        channel = opened;
      }
    } finally {
      changing.unlock();
    }
  }

  @Override
  public String toString() {
    return "steady:" + path;
  }

  /// The lock on the file, whichever channel it is open through.
  private final class Held extends FileLock {
    Held(long position, long size, boolean shared) {
      super(SteadyFile.this, position, size, shared);
    }

    @Override
    public boolean isValid() {
      FileLock now = lock;
      return now != null && now.isValid();
    }

    @Override
    public void release() throws IOException {
      changing.lock();
      try {
        FileLock now = lock;
        if (now != null) {
          now.release();
          lock = null;
        }
      } finally {
        changing.unlock();
      }
    }
  }

  /// Something that is done to the file.
  @FunctionalInterface
  private interface Operation<T> {
    T on(FileChannel open) throws IOException;
  }
}
