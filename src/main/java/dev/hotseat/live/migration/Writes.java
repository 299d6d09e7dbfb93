package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/// Writes customers: into the old table, the new one, or both, as the release and the levers say.
final class Writes {
  private final Layout layout;
  private final Killer killer;
  private final BooleanSupplier triggered;

  /// @param triggered whether a trigger copies what is written to the old table
  Writes(Layout layout, Killer killer, BooleanSupplier triggered) {
    this.layout = layout;
    this.killer = killer;
    this.triggered = triggered;
  }

  Written write(Attempt attempt) throws InterruptedException {
    if (!attempt.release().knowsNew()) {
      return oldAlone(attempt);
    }
    if (layout.altered()) {
      return newAlone(attempt, new NewCustomers(Schema.OLD));
    }
    if (!attempt.choices().writeOld()) {
      return newAlone(attempt, new NewCustomers(Schema.NEW));
    }
    return switch (attempt.choices().dualWrite()) {
      case OFF, TRIGGER -> oldAlone(attempt);
      case TWO_STATEMENTS -> inTurn(attempt);
      case ONE_TRANSACTION -> together(attempt);
    };
  }

  /// The old table as this release knows it.
  OldCustomers old(Release release) {
    return new OldCustomers(release == Release.V2 ? layout.nameColumn() : release.nameColumn());
  }

  private Written oldAlone(Attempt attempt) throws InterruptedException {
    OldCustomers old = old(attempt.release());
    boolean copied = triggered.getAsBoolean();
    long version =
        attempt.store(connection -> {
          long written = old.carryOut(connection, attempt.wish(), attempt.again());
          return forgotten(connection, attempt.wish(), written);
        });
    return new Written(version, copied);
  }

  private Written newAlone(Attempt attempt, NewCustomers table) throws InterruptedException {
    long version =
        attempt.store(connection -> {
          long written = table.carryOut(connection, attempt.wish(), attempt.again());
          return forgotten(connection, attempt.wish(), written);
        });
    return new Written(version, true);
  }

  /*
   * Two visits to the store, each committed by itself: what happens in between (a crash, another
   * writer, an error) stays.
   */
  private Written inTurn(Attempt attempt) throws InterruptedException {
    OldCustomers old = old(attempt.release());
    long version =
        attempt.store(connection -> old.carryOut(connection, attempt.wish(), attempt.again()));
    if (version > 0) {
      killer.between(attempt.instance(), attempt.caller());
      attempt.store(connection -> followed(connection, attempt, version));
    }
    return new Written(version, true);
  }

  private Written together(Attempt attempt) throws InterruptedException {
    OldCustomers old = old(attempt.release());
    long version =
        attempt.store(connection -> {
          connection.setAutoCommit(false);
          if (attempt.wish().removes() && attempt.choices().versionCheck()) {
            RangeLock.hold(connection, attempt.wish().id());
          }
          long written = old.carryOut(connection, attempt.wish(), attempt.again());
          if (written > 0) {
            killer.between(attempt.instance(), attempt.caller());
            followed(connection, attempt, written);
          }
          connection.commit();
          return written;
        });
    return new Written(version, true);
  }

  private long followed(Connection connection, Attempt attempt, long version) throws SQLException {
    new NewCustomers(Schema.NEW)
        .follow(connection, attempt.wish(), version, attempt.choices().versionCheck());
    return forgotten(connection, attempt.wish(), version);
  }

  /// What the rules wrote down about this customer while it was copied goes too.
  private long forgotten(Connection connection, Wish wish, long version) throws SQLException {
    if (wish instanceof Wish.Erase && version > 0 && layout.newExists()) {
      Leftovers.erase(connection, wish.id());
    }
    return version;
  }
}
