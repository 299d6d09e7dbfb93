package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The rate limiter: leads calls through balancer and gate, and hands levers and faults to what
/// they concern.
///
/// One call reads one set of [Terms] from beginning to end; a lever change concerns the calls that
/// start after it.
final class RateLimiter implements Service {
  private static final String LIMITS = "/limits/";
  private static final String CALL = "call";

  private final Kit kit;
  private final EpochClock clock;
  private final Fleet fleet;
  private final Entrance entrance;
  private final Counts counts = new Counts();
  private final Judge judge = new Judge();
  private final DecisionTimes times = new DecisionTimes();
  private final Disturbance disturbance = new Disturbance();
  private final Arrivals arrivals = new Arrivals();
  private final Decisions decisions;
  private final Gate gate;
  private final Customers customers;
  private final Traffic traffic;
  private final Instruments instruments;
  private final Crowd crowd;
  private volatile Terms terms;

  RateLimiter(Kit kit) {
    Choices choices = Choices.of(LeverValues.initial(LimiterLevers.levers()));
    this.kit = kit;
    this.clock = new EpochClock(kit.world());
    this.fleet = new Fleet(kit, choices);
    this.terms = Terms.of(choices, fleet.sizeUsual());
    this.entrance = new Entrance(kit, fleet);
    this.decisions = new Decisions(fleet, clock, counts);
    this.gate = new Gate(kit.world(), clock, decisions, times, judge, counts);
    this.customers = new Customers(kit.world().dice());
    this.traffic = new Traffic(customers, disturbance, clock, this::freeWindowNanos);
    this.instruments = new Instruments(fleet, counts, times, arrivals, clock);
    this.crowd = new Crowd(kit, this::callOf, this::freeWindowNanos);
  }

  private long freeWindowNanos() {
    return terms.choices().freeWindow().toNanos();
  }

  /// Starts what goes on without calls: nodes talk to the store, idle keys are forgotten.
  void start() {
    for (Gateway node : fleet.all()) {
      Synchroniser synchroniser =
          new Synchroniser(kit, node, decisions, clock, counts, () -> terms);
      kit.background("synchronise-" + node.part(), synchroniser::run);
    }
    kit.background("sweep", this::sweep);
  }

  @Override
  public String operation(Visit visit) {
    String path = visit.call().path();
    if (Route.leadsThrough(path)) {
      return CALL;
    }
    boolean oneKey = path.startsWith(LIMITS) && path.indexOf('/', LIMITS.length()) < 0;
    return oneKey && path.length() > LIMITS.length() ? "limits" : "";
  }

  @Override
  public Reply serve(Visit visit) throws InterruptedException {
    Call call = visit.call();
    if (!Route.leadsThrough(call.path())) {
      return limits(visit, call.path().substring(LIMITS.length()));
    }
    return callOf(visit, call.header(Traffic.KEY, ""), call.path());
  }

  /// A customer's call, with as many more tries as an impatient customer makes.
  private Reply callOf(Visit visit, String key, String path) throws InterruptedException {
    counts.calls.increment();
    if (key.isEmpty()) {
      return Replies.unknown("no-key", "a call needs a key in X-Api-Key");
    }
    if (!Plan.isKey(key)) {
      return Replies.unknown("bad-key", "a key looks like free_00017 or paid_003");
    }
    Reply reply = attempt(visit, key, path);
    for (int tries = disturbance.triesAtOnce(); reply.turnedAway() && tries > 0; tries--) {
      reply = attempt(visit, key, path);
    }
    count(key, reply);
    return reply;
  }

  private Reply attempt(Visit visit, String key, String path) throws InterruptedException {
    Terms now = terms;
    arrivals.count(clock.nanos());
    return entrance.enter(visit, node -> gate.pass(visit, node, key, path, now));
  }

  private void count(String key, Reply reply) {
    boolean noisy = key.equals(customers.noisy());
    (noisy ? counts.noisyCalls : counts.smallCalls).increment();
    if (reply.status() == 200) {
      (noisy ? counts.noisyServed : counts.smallServed).increment();
    }
  }

  private Reply limits(Visit visit, String key) throws InterruptedException {
    if (!Plan.isKey(key)) {
      return Replies.unknown("bad-key", "a key looks like free_00017 or paid_003");
    }
    Terms now = terms;
    return entrance.enter(
        visit,
        node -> {
          Decisions.Sight seen = decisions.look(visit, node, key, now);
          return Replies.limits(key, seen.where(), seen.quota(), seen.standing(), now.choices());
        });
  }

  @Override
  public void change(LeverValues levers) {
    Choices next = Choices.of(levers);
    fleet.change(next);
    agree(next);
  }

  /// Lets all nodes go by the same numbers.
  private void agree(Choices choices) {
    terms = Terms.of(choices, choices.liveMembership() ? fleet.size() : fleet.sizeUsual());
  }

  @Override
  public void suffer(String fault, double intensity) {
    switch (fault) {
      case "clock-ahead" ->
          fleet.first().setAhead((long) (intensity * TimeUnit.SECONDS.toNanos(1)));
      case "node-added" -> fleet.resize(Topology.HOME_NODES);
      case "node-removed" -> fleet.resize(Topology.HOME_NODES - 2);
      case "noisy-tenant" -> disturbance.noisy(intensity);
      case "impatient-clients" -> disturbance.impatient((int) intensity);
      case "synchronised-clients" -> crowd.gather((int) intensity);
      case "key-flood" -> disturbance.flood(intensity);
      default -> throw new IllegalArgumentException("no own fault " + fault);
    }
    agree(terms.choices());
  }

  @Override
  public void recover(String fault) {
    switch (fault) {
      case "clock-ahead" -> fleet.first().setAhead(0);
      case "node-added", "node-removed" -> fleet.resize(Topology.HOME_NODES - 1);
      case "noisy-tenant" -> disturbance.noisy(0);
      case "impatient-clients" -> disturbance.impatient(0);
      case "synchronised-clients" -> crowd.disperse();
      case "key-flood" -> disturbance.flood(0);
      default -> throw new IllegalArgumentException("no own fault " + fault);
    }
    agree(terms.choices());
  }

  @Override
  public String act(String action, Map<String, String> arguments) {
    return switch (action) {
      case "forget-key" -> forget(arguments.getOrDefault("key", ""));
      case "restart-counters" -> restart();
      case "audit" -> audit();
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
  }

  private String forget(String key) {
    if (!Plan.isKey(key)) {
      throw new Refusal("arguments.key", "one like free_00017", key);
    }
    fleet.tables().forEach(table -> table.forget(key));
    return "Forgot what " + key + " has used.";
  }

  private String restart() {
    int keys = fleet.tables().stream().mapToInt(KeyTable::size).sum();
    fleet.tables().forEach(KeyTable::clear);
    return "Forgot " + keys + " counters.";
  }

  private String audit() {
    Map<String, Double> found = oracles();
    return "Let through beyond the limit: %.0f; refused wrongly: %.0f; fullest window lately: %.2f of the limit."
        .formatted(
            found.get("overAdmitted"), found.get("wronglyRejected"), found.get("worstWindow"));
  }

  private void sweep() throws InterruptedException {
    while (true) {
      kit.world().pause().sleepNanos(TimeUnit.MILLISECONDS.toNanos(500));
      Terms now = terms;
      for (KeyTable table : fleet.tables()) {
        table.sweep(now.whole()::of, clock.nanos());
      }
    }
  }

  @Override
  public Map<String, Double> gauges() {
    return instruments.gauges((int) terms.choices().freeWindow().toSeconds());
  }

  @Override
  public Map<String, Double> oracles() {
    return judge.verdict(terms.whole(), clock.nanos());
  }

  @Override
  public CallSource traffic(String kind, Map<String, String> parameters) {
    return traffic.of(kind, parameters);
  }

  @Override
  public void close() {
    crowd.disperse();
    fleet.tables().forEach(KeyTable::clear);
  }
}
