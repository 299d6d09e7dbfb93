package dev.hotseat.live.orders;

import dev.hotseat.exchange.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Switches in the code that can be turned without a deploy. A flag stands before the traits it was
/// put there for: where it is off, the old path runs.
final class Flags {
  /// Checkout goes on with the list price when pricing does not answer.
  static final String LIST_PRICE = "list-price-fallback";

  /// Visitors who come by an advertisement get an offer of their own.
  static final String PERSONAL_OFFERS = "personal-offers";

  private final ReentrantLock lock = new ReentrantLock();
  private volatile Map<String, Flag> flags = Map.of();

  Flags() {
    declare(new Flag(LIST_PRICE, "Go on with the list price when pricing fails", true, Set.of()));
    declare(
        new Flag(
            PERSONAL_OFFERS, "Work out an offer for visitors from advertisements", true, Set.of()));
    declare(new Flag("gift-wrap", "Offer gift wrapping in the basket", true, Set.of()));
    declare(new Flag("search-ranking-v2", "Rank search results by margin", false, Set.of()));
  }

  /// A flag.
  ///
  /// @param before the traits that it holds back while it is off
  record Flag(String name, String meaning, boolean on, Set<Trait> before) {
    Flag {
      before = Set.copyOf(before);
    }
  }

  /// Adds a flag, or replaces the one of its name.
  void declare(Flag flag) {
    lock.lock();
    try {
      Map<String, Flag> next = new LinkedHashMap<>(flags);
      next.put(flag.name(), flag);
      flags = next;
    } finally {
      lock.unlock();
    }
  }

  void remove(String name) {
    lock.lock();
    try {
      Map<String, Flag> next = new LinkedHashMap<>(flags);
      next.remove(name);
      flags = next;
    } finally {
      lock.unlock();
    }
  }

  /// Turns a flag.
  ///
  /// @throws Refusal when there is none of that name
  Flag set(String name, boolean on) {
    lock.lock();
    try {
      Flag flag = flags.get(name);
      if (flag == null) {
        throw new Refusal("arguments.flag", "one of " + String.join(", ", flags.keySet()), name);
      }
      Flag turned = new Flag(name, flag.meaning(), on, flag.before());
      declare(turned);
      return turned;
    } finally {
      lock.unlock();
    }
  }

  boolean on(String name) {
    Flag flag = flags.get(name);
    return flag != null && flag.on();
  }

  /// Whether no flag holds this trait back.
  boolean permit(Trait trait) {
    for (Flag flag : flags.values()) {
      if (!flag.on() && flag.before().contains(trait)) {
        return false;
      }
    }
    return true;
  }

  List<Flag> all() {
    return List.copyOf(flags.values());
  }
}
