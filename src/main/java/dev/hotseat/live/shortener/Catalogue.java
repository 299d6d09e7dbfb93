package dev.hotseat.live.shortener;

import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The links that are there when the system starts: the same for the same seed, most followed
/// first.
final class Catalogue {
  /// How many there are.
  static final int SIZE = 10_000;

  private static final int CODE_LENGTH = 7;
  private static final List<String> SITES = List.of("www", "shop", "news", "docs", "tickets");
  private final List<Link> links;
  private final int hot;

  Catalogue(World world) {
    this.links = List.copyOf(drawn(world.dice(), world.wall().millis()));
    this.hot = world.dice().pick("hot-link", SIZE);
  }

  private static List<Link> drawn(Dice dice, long nowMillis) {
    RandomGenerator random = dice.stream("links");
    long codes = Base62.count(CODE_LENGTH);
    Set<String> used = new HashSet<>();
    List<Link> links = new ArrayList<>(SIZE);
    while (links.size() < SIZE) {
      String code = Base62.text(random.nextLong(codes), CODE_LENGTH);
      if (used.add(code)) {
        long expires = nowMillis + TimeUnit.SECONDS.toMillis(CreationRequest.TTL_SECONDS_MAX);
        links.add(new Link(code, target(random), nowMillis, expires, false, Link.NEVER));
      }
    }
    return links;
  }

  /// A target of about 120 characters.
  static String target(RandomGenerator random) {
    StringBuilder url = new StringBuilder(160).append("https://");
    url.append(SITES.get(random.nextInt(SITES.size()))).append(".example.com");
    int length = 90 + random.nextInt(60);
    while (url.length() < length) {
      url.append('/').append(Long.toString(random.nextLong() >>> 2, 36));
    }
    return url.toString();
  }

  /// Writes all of them, long before the first call.
  void store(Connection connection, World world) throws SQLException {
    long before = world.ticks().nanos() - TimeUnit.HOURS.toNanos(1);
    LinkTable.fill(connection, links, before);
  }

  List<Link> links() {
    return links;
  }

  /// Code of the link with this popularity, 0 for the most followed.
  String code(int rank) {
    return links.get(rank).code();
  }

  /// The link that goes round the world when one does.
  String hot() {
    return links.get(hot).code();
  }
}
