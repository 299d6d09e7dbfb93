package dev.hotseat.world;

import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Virtual threads on carriers of their own.
///
/// Virtual threads are not sliced in time: whoever computes keeps its carrier, and everybody else
/// in the process queues behind. On carriers of its own a crowd that computes without end is to the
/// operating system a few platform threads like any other, and its neighbours get their share.
/*
 * The JDK has the constructor for its own tests and does not export it, so the process must be
 * started with --add-opens java.base/java.lang=ALL-UNNAMED, as the build and the manifest of the jar
 * do. Where it is not, the crowd rides on the common carriers: everything works, neighbours wait.
 */
public final class Carriers {
  private static final long IDLE_SECONDS = 2;
  private static final Optional<Constructor<?>> BUILDER = builder();

  private Carriers() {}

  /// Whether this process can give a crowd carriers of its own.
  public static boolean possible() {
    return BUILDER.isPresent();
  }

  /// A crowd's threads, named `name` and a number: on as many carriers as there are cores, which
  /// start when they are needed and end when they are not.
  public static ThreadFactory own(String name) {
    return builderOf(name).name(name + "-", 0).factory();
  }

  private static Thread.Builder.OfVirtual builderOf(String name) {
    return BUILDER.map(each -> build(each, pool(name))).orElseGet(Thread::ofVirtual);
  }

  private static ForkJoinPool pool(String name) {
    int carriers = Runtime.getRuntime().availableProcessors();
    return new ForkJoinPool(
        carriers,
        pool -> {
          var carrier = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
          carrier.setName("carrier/" + name);
          return carrier;
        },
        null,
        true,
        0,
        carriers,
        0,
        null,
        IDLE_SECONDS,
        TimeUnit.SECONDS);
  }

  private static Thread.Builder.OfVirtual build(Constructor<?> constructor, Executor carriers) {
    try {
      return (Thread.Builder.OfVirtual) constructor.newInstance(carriers);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the constructor was found and then refused", e);
    }
  }

  private static Optional<Constructor<?>> builder() {
    try {
      Constructor<?> found =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      return found.trySetAccessible() ? Optional.of(found) : Optional.empty();
    } catch (ReflectiveOperationException _) {
      return Optional.empty();
    }
  }
}
