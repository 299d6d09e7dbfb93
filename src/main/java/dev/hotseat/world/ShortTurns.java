package dev.hotseat.world;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/// Asks the operating system to run the calling thread soon after it wakes, in return for short
/// turns.
///
/// On a machine whose cores are all busy a thread that wakes waits until somebody's turn is over,
/// three milliseconds as a rule. Linux lets a fair thread name the length of its own turns
/// (`sched_setattr(2)`, `sched_runtime`, 0.1 to 100 ms, since 6.12): one with shorter turns than
/// whoever runs goes first, and its share of the processor stays what it was.
public final class ShortTurns {
  private static final long TURN_NANOS = 100_000; // the shortest there is
  private static final int FAIR_POLICIES = 1 << 0 | 1 << 3; // SCHED_OTHER and SCHED_BATCH

  /// `struct sched_attr` as it was first published; later fields are left out.
  private static final MemoryLayout ATTRIBUTES =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("size"),
          ValueLayout.JAVA_INT.withName("policy"),
          ValueLayout.JAVA_LONG.withName("flags"),
          ValueLayout.JAVA_INT.withName("nice"),
          ValueLayout.JAVA_INT.withName("priority"),
          ValueLayout.JAVA_LONG.withName("runtime"),
          ValueLayout.JAVA_LONG.withName("deadline"),
          ValueLayout.JAVA_LONG.withName("period"));

  private static final VarHandle SIZE = field("size");
  private static final VarHandle POLICY = field("policy");
  private static final VarHandle RUNTIME = field("runtime");
  private static final Optional<Calls> CALLS = Calls.here();

  private ShortTurns() {}

  /// Asks for the calling thread, which must be a platform thread. Where the system has no ear for
  /// it nothing changes.
  public static void ask() {
    if (CALLS.isPresent() && !Thread.currentThread().isVirtual()) {
      ask(CALLS.get());
    }
  }

  /// The length of a turn of the calling thread; 0 where nobody can tell.
  static long nanos() {
    return CALLS.map(ShortTurns::nanos).orElse(0L);
  }

  private static void ask(Calls calls) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ATTRIBUTES);
      if (calls.get(attributes) && fair((int) POLICY.get(attributes, 0L))) {
        SIZE.set(attributes, 0L, (int) ATTRIBUTES.byteSize());
        RUNTIME.set(attributes, 0L, TURN_NANOS);
        boolean _ = calls.set(attributes);
      }
    }
  }

  private static long nanos(Calls calls) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ATTRIBUTES);
      return calls.get(attributes) ? (long) RUNTIME.get(attributes, 0L) : 0;
    }
  }

  private static boolean fair(int policy) {
    return policy < Integer.SIZE && (FAIR_POLICIES >> policy & 1) == 1;
  }

  private static VarHandle field(String name) {
    return ATTRIBUTES.varHandle(PathElement.groupElement(name));
  }

  /// The two calls, by their numbers on this machine, through the C library's `syscall(2)`.
  private record Calls(MethodHandle system, long getNumber, long setNumber) {
    static Optional<Calls> here() {
      if (!System.getProperty("os.name").equals("Linux")) {
        return Optional.empty();
      }
      return switch (System.getProperty("os.arch")) {
        case "amd64" -> of(315, 314);
        case "aarch64" -> of(275, 274);
        default -> Optional.empty();
      };
    }

    @SuppressWarnings("restricted")
    private static Optional<Calls> of(long getNumber, long setNumber) {
      Linker linker = Linker.nativeLinker();
      var shape =
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT);
      try {
        return linker
            .defaultLookup()
            .find("syscall")
            .map(found -> linker.downcallHandle(found, shape, Linker.Option.firstVariadicArg(1)))
            .map(system -> new Calls(system, getNumber, setNumber));
      } catch (IllegalCallerException _) { // started without --enable-native-access
        return Optional.empty();
      }
    }

    boolean get(MemorySegment attributes) {
      return call(getNumber, attributes, (int) ATTRIBUTES.byteSize());
    }

    boolean set(MemorySegment attributes) {
      return call(setNumber, attributes, 0);
    }

    /// @param third size of the space for an answer, or flags; both calls end with a zero of flags
    ///   or ignore it
    private boolean call(long number, MemorySegment attributes, int third) {
      try {
        return (long) system.invokeExact(number, 0, attributes, third, 0) == 0;
      } catch (Throwable e) {
        throw new IllegalStateException("a call without Java in it threw", e);
      }
    }
  }
}
