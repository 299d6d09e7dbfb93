package dev.hotseat.live.payments;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.payments.Reconciliations.Item;
import dev.hotseat.live.payments.Reconciliations.Run;
import dev.hotseat.live.payments.SettlementFile.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the ledger against what the provider says it charged, and puts everything that does not
/// match into a queue for people.
///
/// A file may be taken in any number of times: the same bytes are the same run, and a later, fuller
/// file explains what an earlier one left open.
final class Reconciler {
  private static final Actor RECONCILER = Actor.worker("reconciler");
  private static final String BOOKED =
      "SELECT payment, amount, currency, at_millis FROM ledger WHERE account = ? ORDER BY id";

  private final Kit kit;
  private final Clock clock;
  private final Settlements settlements;
  private final Hop toStore;
  private final Hop toProvider;

  Reconciler(Kit kit, Clock clock, Settlements settlements) {
    this.kit = kit;
    this.clock = clock;
    this.settlements = settlements;
    this.toStore = kit.hop("reconciler>store");
    this.toProvider = kit.hop("reconciler>psp");
  }

  /// What came of taking in a file.
  ///
  /// @param isNew whether it had not been taken in before
  record Taken(Run run, boolean isNew) {}

  /// Fetches today's file of a provider and takes it in.
  Optional<Taken> fetch(String provider) throws InterruptedException {
    Optional<SettlementFile> file =
        toProvider.<Optional<SettlementFile>, RuntimeException>cross(
            kit.errand("reconciler"), () -> settlements.file(provider, "today"));
    return file.isPresent() ? Optional.of(take(file.get())) : Optional.empty();
  }

  /// Takes in a file.
  Taken take(SettlementFile file) throws InterruptedException {
    Visit errand = kit.errand("reconciler");
    return kit.store().query(toStore, errand, connection -> taken(connection, file));
  }

  private Taken taken(Connection connection, SettlementFile file) throws SQLException {
    String hash = Hash.of(file.text());
    Optional<Long> before = Reconciliations.byHash(connection, hash);
    if (before.isPresent()) {
      return new Taken(found(connection, before.get()), false);
    }
    connection.setAutoCommit(false);
    Matching matching = new Matching(file, booked(connection, file.provider()));
    long now = clock.millis();
    Optional<Long> id = Reconciliations.insert(connection, matching.run(), hash, now);
    if (id.isEmpty()) {
      connection.rollback();
      long other = Reconciliations.byHash(connection, hash).orElseThrow();
      return new Taken(found(connection, other), false);
    }
    for (Item item : matching.exceptions()) {
      Reconciliations.raise(connection, item.foundBy(id.get()), now);
    }
    for (Booked each : matching.matched()) {
      String why = "matched by reconciliation " + id.get();
      for (String kind : Matching.KINDS) {
        Reconciliations.explain(connection, kind, each.reference(), why);
      }
    }
    for (Item item : matching.exceptions()) {
      if (item.payment() > 0) {
        Trail.add(connection, item.payment(), now, RECONCILER, item.kind(), item.detail());
      }
    }
    connection.commit();
    return new Taken(found(connection, id.get()), true);
  }

  private static Run found(Connection connection, long id) throws SQLException {
    return Reconciliations.find(connection, id).orElseThrow();
  }

  private static Map<String, Booked> booked(Connection connection, String provider)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BOOKED)) {
      statement.setString(1, "provider:" + provider);
      Map<String, Booked> found = new LinkedHashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long amount = row.getLong(2);
          String reference = PaymentId.text(amount < 0, row.getLong(1));
          Booked one =
              new Booked(
                  row.getLong(1), reference, Math.abs(amount), row.getString(3), row.getLong(4));
          found.putIfAbsent(reference, one);
        }
      }
      return found;
    }
  }

  /// A payment or refund as the ledger has it.
  record Booked(long payment, String reference, long amount, String currency, long atMillis) {}

  /// One file held against the ledger.
  static final class Matching {
    /// What a matching line explains when it comes later.
    static final List<String> KINDS = List.of("missing", "unrecorded");

    private final SettlementFile file;
    private final Map<String, Booked> booked;
    private final Map<String, Line> seen = new LinkedHashMap<>();
    private final List<Booked> matched = new ArrayList<>();
    private final List<Item> exceptions = new ArrayList<>();
    private int missing;
    private int duplicate;
    private int wrongAmount;
    private int unrecorded;
    private int later;

    Matching(SettlementFile file, Map<String, Booked> booked) {
      this.file = file;
      this.booked = booked;
      file.lines().forEach(this::look);
      booked.values().forEach(this::lookFor);
    }

    Run run() {
      return new Run(
          0,
          file.provider(),
          file.day(),
          file.complete(),
          file.lines().size(),
          matched.size(),
          missing,
          duplicate,
          wrongAmount,
          unrecorded,
          later);
    }

    List<Booked> matched() {
      return matched;
    }

    List<Item> exceptions() {
      return exceptions;
    }

    private void look(Line line) {
      Line before = seen.putIfAbsent(line.reference(), line);
      Booked ours = booked.get(line.reference());
      if (before != null) {
        duplicate++;
        String what =
            before.charge().equals(line.charge()) ? "is in the file twice" : "was charged twice";
        raise("duplicate", line.charge(), line, what + " for " + line.reference());
      } else if (ours == null) {
        unrecorded++;
        raise("unrecorded", line.reference(), line, "charged and not in the ledger");
      } else if (ours.amount() != line.amount() || !ours.currency().equals(line.currency())) {
        wrongAmount++;
        raise(
            "wrong-amount",
            line.reference(),
            line,
            "the ledger says " + ours.amount() + " " + ours.currency());
      } else {
        matched.add(ours);
      }
    }

    private void lookFor(Booked ours) {
      if (seen.containsKey(ours.reference())) {
        return;
      }
      if (ours.atMillis() >= file.until().toEpochMilli()) {
        later++;
      } else {
        missing++;
        exceptions.add(
            Item.open(
                "missing", ours.reference(), ours.payment(), "in the ledger, not in the file"));
      }
    }

    private void raise(String kind, String subject, Line line, String detail) {
      long payment = PaymentId.number(line.reference());
      exceptions.add(
          Item.open(
              kind,
              subject,
              payment,
              line.charge() + " of " + line.amount() + " " + line.currency() + ": " + detail));
    }
  }
}
