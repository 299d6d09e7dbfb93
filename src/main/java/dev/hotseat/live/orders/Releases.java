package dev.hotseat.live.orders;

import dev.hotseat.exchange.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The deploy history, ours and our neighbours'. What code an instance runs follows from the
/// version that is deployed, and from nothing else.
final class Releases {
  static final String OURS = "orders";

  private final InstantSource wall;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Deploy> history = new ArrayList<>();
  private volatile Version current = new Version("2.40.3", Set.of());
  private int minor = 40;
  private int patch = 3;
  private int next = 112;

  Releases(InstantSource wall) {
    this.wall = wall;
  }

  /// What a process that starts now runs.
  Version current() {
    return current;
  }

  /// Notes a deploy of our service, made `ago`, whose code has some traits more. The fleet runs it
  /// when it is told to.
  Deploy ship(Duration ago, String who, String summary, String diff, Set<Trait> more) {
    lock.lock();
    try {
      minor++;
      patch = 0;
      return append(ago, who, summary, diff, current.adding(name(), more));
    } finally {
      lock.unlock();
    }
  }

  /// Notes a deploy of our service that was meant to take traits away, and may have brought others.
  Deploy mend(String who, String summary, String diff, Set<Trait> gone, Set<Trait> more) {
    lock.lock();
    try {
      patch++;
      Version mended = current.without(name(), gone).adding(name(), more);
      return append(Duration.ZERO, who, summary, diff, mended);
    } finally {
      lock.unlock();
    }
  }

  /// Notes a deploy of somebody else's service.
  Deploy neighbour(Duration ago, String who, String service, String summary, String diff) {
    lock.lock();
    try {
      Deploy deploy = new Deploy(id(), moment(ago), who, service, summary, diff, current, current);
      history.add(deploy);
      return deploy;
    } finally {
      lock.unlock();
    }
  }

  /// Goes back to what ran before a deploy of ours; what was deployed later goes with it.
  ///
  /// @throws Refusal when there is no such deploy
  Deploy rollBack(String id) {
    lock.lock();
    try {
      Deploy undone = find(id);
      if (!undone.ours()) {
        return neighbour(Duration.ZERO, "on call", undone.service(), "Roll back " + id, "");
      }
      return append(Duration.ZERO, "on call", "Roll back " + id, "", undone.before());
    } finally {
      lock.unlock();
    }
  }

  /// @throws Refusal when there is no such deploy
  Deploy find(String id) {
    List<Deploy> all = all();
    return all.stream()
        .filter(deploy -> deploy.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                "arguments.deploy",
                "one of " + String.join(", ", all.stream().map(Deploy::id).toList()),
                id));
  }

  /// Oldest first.
  List<Deploy> all() {
    lock.lock();
    try {
      return List.copyOf(history);
    } finally {
      lock.unlock();
    }
  }

  private Deploy append(Duration ago, String who, String summary, String diff, Version after) {
    Deploy deploy = new Deploy(id(), moment(ago), who, OURS, summary, diff, current, after);
    history.add(deploy);
    current = after;
    return deploy;
  }

  /// So long ago, but not before what is already in the history: a later number is a later deploy.
  private Instant moment(Duration ago) {
    Instant now = wall.instant();
    Instant then = now.minus(ago);
    if (history.isEmpty() || then.isAfter(history.getLast().at())) {
      return then;
    }
    Instant after = history.getLast().at().plusSeconds(20);
    return after.isBefore(now) ? after : now;
  }

  private String id() {
    return "d-" + next++;
  }

  private String name() {
    return "2." + minor + "." + patch;
  }
}
