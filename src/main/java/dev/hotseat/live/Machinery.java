package dev.hotseat.live;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Target;
import dev.hotseat.fault.FaultBoard;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.telemetry.LogBook;
import dev.hotseat.telemetry.Meters;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The parts, hops, store, faults and background work that one life of a system stands on.
final class Machinery implements Kit, AutoCloseable {
  private static final int CONNECTIONS_WHERE_UNBOUNDED = 32;
  private static final int CONNECTIONS_OF_A_BOOK = 8;

  private final Design design;
  private final Databases databases;
  private final World world;
  private final LogBook logBook;
  private final FaultBoard faults;
  private final Crew crew;
  private final Map<String, Slots> slots = new LinkedHashMap<>();
  private final Map<String, InstrumentedHop> hops = new HashMap<>();
  private final Map<String, MortalNode> nodes = new ConcurrentHashMap<>();
  private final Map<String, PooledStore> books = new ConcurrentHashMap<>();
  private final Target door;
  private final JobBoard jobs;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable PooledStore store;
  private volatile Store.Home home = Store.Home.MEMORY;

  Machinery(
      Design design,
      Databases databases,
      World world,
      Meters meters,
      LogBook logBook,
      Target door) {
    this.design = design;
    this.databases = databases;
    this.world = world;
    this.logBook = logBook;
    this.door = door;
    this.jobs = new JobBoard(world.ticks());
    this.faults =
        new FaultBoard(world, design.faults(), design.hops().stream().map(HopPlan::name).toList());
    this.crew = new Crew(design.name(), logBook);
    for (Part part : design.parts()) {
      if (part.slots() > 0) {
        slots.put(part.name(), new Slots(part.slots()));
      }
    }
    for (HopPlan plan : design.hops()) {
      hops.put(plan.name(), hop(plan, meters));
    }
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public Hop hop(String name) {
    Hop found = hops.get(name);
    if (found == null) {
      throw new IllegalArgumentException(design.name() + " has no hop " + name);
    }
    return found;
  }

  @Override
  public PooledStore store() {
    PooledStore open = store;
    return open == null ? openStore() : open;
  }

  @Override
  public void keepStore(Store.Home where) {
    if (store != null) {
      throw new IllegalStateException("the store of " + design.name() + " is open already");
    }
    home = where;
  }

  @Override
  public Store store(String part) {
    checkPart(part);
    return books.computeIfAbsent(
        part,
        name ->
            new PooledStore(
                databases.open(Store.Home.MEMORY, design.name() + "-" + name), slotsOf(name)));
  }

  private int slotsOf(String part) {
    Slots bounded = slots.get(part);
    return bounded == null ? CONNECTIONS_OF_A_BOOK : bounded.size();
  }

  @Override
  public Node node(String part) {
    checkPart(part);
    return nodes.computeIfAbsent(part, this::newNode);
  }

  private MortalNode newNode(String part) {
    MortalNode node =
        new MortalNode(
            part,
            logBook,
            (time, step) ->
                crew.begin(
                    "restart-" + part,
                    () -> {
                      world.pause().sleepNanos(time.toNanos());
                      step.run();
                    }));
    for (HopPlan plan : design.hops()) {
      InstrumentedHop hop = hops.get(plan.name());
      if (plan.to().equals(part) && hop != null) {
        hop.leadInto(node);
      }
    }
    return node;
  }

  private void checkPart(String name) {
    if (design.parts().stream().noneMatch(part -> part.name().equals(name))) {
      throw new IllegalArgumentException(design.name() + " has no part " + name);
    }
  }

  @Override
  public Target door() {
    return door;
  }

  @Override
  public JobBoard jobs() {
    return jobs;
  }

  @Override
  public Occupancy occupancy(String part) {
    Slots bounded = bounded(part);
    return new Occupancy(bounded.inUse(), bounded.waiting(), bounded.size());
  }

  private Slots bounded(String part) {
    Slots bounded = slots.get(part);
    if (bounded == null) {
      throw new IllegalArgumentException(design.name() + " has no bounded part " + part);
    }
    return bounded;
  }

  @Override
  public void resize(String part, int count) {
    bounded(part).resize(count);
    PooledStore open = store;
    if (open != null) {
      open.resize(connections());
    }
  }

  @Override
  public void log(String level, String part, String message) {
    logBook.write(level, part, message, "");
  }

  @Override
  public void background(String name, Background work) {
    crew.begin(name, work);
  }

  @Override
  public Visit errand(String purpose) {
    Call none =
        new Call(
            "",
            "/",
            Map.of(),
            Map.of(),
            "",
            world.ticks().nanos(),
            new Patience(purpose, Long.MAX_VALUE),
            "");
    String home = design.regions().isEmpty() ? "" : design.regions().getFirst();
    return TracedVisit.errand(none, home, logBook);
  }

  FaultBoard faults() {
    return faults;
  }

  /// Slots in use, waited for and there, of every bounded part.
  void read(Map<String, Double> levels) {
    slots.forEach((part, bounded) -> {
      levels.put("inUse/" + part, (double) bounded.inUse());
      levels.put("waiting/" + part, (double) bounded.waiting());
      levels.put("size/" + part, (double) bounded.size());
    });
  }

  void stopAllFaults() {
    faults.inForce().forEach(fault -> faults.stop(fault.kind().name()));
  }

  void endBackgroundWork() {
    crew.close();
  }

  @Override
  public void close() {
    opening.lock();
    try {
      PooledStore open = store;
      if (open != null) {
        open.close();
      }
      books.values().forEach(PooledStore::close);
    } finally {
      opening.unlock();
    }
  }

  private PooledStore openStore() {
    opening.lock();
    try {
      PooledStore open = store;
      if (open == null) {
        open = new PooledStore(databases.open(home, design.name()), connections());
        store = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  /// Every slot of a store or a replica can hold a connection at the same time.
  private int connections() {
    int sum = 0;
    for (Part part : design.parts()) {
      if (part.kind() == Part.Kind.STORE || part.kind() == Part.Kind.REPLICA) {
        Slots bounded = slots.get(part.name());
        sum += bounded == null ? CONNECTIONS_WHERE_UNBOUNDED : bounded.size();
      }
    }
    return sum == 0 ? CONNECTIONS_WHERE_UNBOUNDED : sum;
  }

  private InstrumentedHop hop(HopPlan plan, Meters meters) {
    if (design.parts().stream().noneMatch(part -> part.name().equals(plan.from()))
        || design.parts().stream().noneMatch(part -> part.name().equals(plan.to()))) {
      throw new IllegalArgumentException(plan.name() + " joins a part that is not there");
    }
    return new InstrumentedHop(
        plan, slots.get(plan.to()), faults.gate(plan.name()), meters.hop(plan.name()), world);
  }
}
