package dev.hotseat.live.migration;

import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/// Writes customers: into the old table, the new one, or both, as the release and the levers say.
final class Writes {
  private static final String DUPLICATE_KEY = "23505";

  private final Layout layout;
  private final Killer killer;
  private final Supplier<Boolean> triggered;

  Writes(Layout layout, Killer killer, Supplier<Boolean> triggered) {
    this.layout = layout;
    this.killer = killer;
    this.triggered = triggered;
  }

  /// Carries out a write on an instance.
  ///
  /// @param again whether it may have been done before, by an instance that died
  Written write(Visit visit, Instance instance, Choices choices, Wish wish, boolean again)
      throws InterruptedException {
    OldCustomers old = old(instance.release());
    if (instance.release().knowsNew()) {
      if (layout.altered()) {
        return alone(visit, instance, new NewCustomers(Schema.OLD), wish, again);
      }
      if (!choices.writeOld()) {
        return alone(visit, instance, new NewCustomers(Schema.NEW), wish, again);
      }
      switch (choices.dualWrite()) {
        case TWO_STATEMENTS -> {
          return inTurn(visit, instance, old, choices, wish, again);
        }
        case ONE_TRANSACTION -> {
          return together(visit, instance, old, choices, wish, again);
        }
        case OFF, TRIGGER -> {
          // the old table alone
        }
      }
    }
    boolean reachesNew = triggered.get();
    long version = instance.store(visit, connection -> primary(connection, old, wish, again));
    return new Written(version, reachesNew);
  }

  /// The old table as this release knows it.
  OldCustomers old(Release release) {
    return new OldCustomers(release == Release.V2 ? layout.nameColumn() : release.nameColumn());
  }

  private Written alone(
      Visit visit, Instance instance, NewCustomers table, Wish wish, boolean again)
      throws InterruptedException {
    long version = instance.store(visit, connection -> primary(connection, table, wish, again));
    return new Written(version, true);
  }

  /*
   * Two visits to the store, each committed by itself: what happens in between (a crash, another
   * writer, an error) stays.
   */
  private Written inTurn(
      Visit visit, Instance instance, OldCustomers old, Choices choices, Wish wish, boolean again)
      throws InterruptedException {
    long version = instance.store(visit, connection -> primary(connection, old, wish, again));
    if (version > 0) {
      killer.between(instance);
      instance.store(visit, connection -> copied(connection, choices, wish, version));
    }
    return new Written(version, true);
  }

  private Written together(
      Visit visit, Instance instance, OldCustomers old, Choices choices, Wish wish, boolean again)
      throws InterruptedException {
    long version =
        instance.store(
            visit,
            connection -> {
              connection.setAutoCommit(false);
              if (wish.removes() && choices.versionCheck()) {
                RangeLock.hold(connection, wish.id());
              }
              long written = primary(connection, old, wish, again);
              if (written > 0) {
                killer.between(instance);
                copied(connection, choices, wish, written);
              }
              connection.commit();
              return written;
            });
    return new Written(version, true);
  }

  private static long primary(Connection connection, OldCustomers old, Wish wish, boolean again)
      throws SQLException {
    return switch (wish) {
      case Wish.Create(long id, Contents contents) -> {
        try {
          old.insert(connection, contents.row(id, 1));
        } catch (SQLException e) {
          doneBefore(e, again);
        }
        yield 1;
      }
      case Wish.Replace(long id, Contents contents) -> old.replace(connection, id, contents);
      case Wish.Delete(long id) -> after(old.delete(connection, id));
      case Wish.Erase(long id) -> after(old.delete(connection, id));
    };
  }

  private static long primary(Connection connection, NewCustomers table, Wish wish, boolean again)
      throws SQLException {
    return switch (wish) {
      case Wish.Create(long id, Contents contents) -> {
        try {
          table.insert(connection, Rules.convert(contents.row(id, 1)).row());
        } catch (SQLException e) {
          doneBefore(e, again);
        }
        yield 1;
      }
      case Wish.Replace(long id, Contents contents) ->
          table.replace(connection, Rules.convert(contents.row(id, 1)).row());
      case Wish.Delete(long id) -> after(table.delete(connection, id));
      case Wish.Erase(long id) -> after(table.delete(connection, id));
    };
  }

  private static long copied(Connection connection, Choices choices, Wish wish, long version)
      throws SQLException {
    NewCustomers table = new NewCustomers(Schema.NEW);
    switch (wish) {
      case Wish.Create(long id, Contents contents) ->
          table.copy(
              connection, Rules.convert(contents.row(id, version)).row(), choices.versionCheck());
      case Wish.Replace(long id, Contents contents) ->
          table.copy(
              connection, Rules.convert(contents.row(id, version)).row(), choices.versionCheck());
      case Wish.Delete(long id) -> table.delete(connection, id);
      case Wish.Erase(long id) -> table.delete(connection, id);
    }
    return version;
  }

  /// A removal counts as one version more than what it removed.
  private static long after(long removed) {
    return removed == 0 ? 0 : removed + 1;
  }

  private static void doneBefore(SQLException e, boolean again) throws SQLException {
    if (!again || !DUPLICATE_KEY.equals(e.getSQLState())) {
      throw e;
    }
  }
}
