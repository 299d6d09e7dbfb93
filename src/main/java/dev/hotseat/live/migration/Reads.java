package dev.hotseat.live.migration;

import dev.hotseat.live.Visit;
import dev.hotseat.world.Chance;
import java.util.List;
import java.util.Optional;

/// Reads customers from the table that the release and the levers say, in the words of the API.
final class Reads {
  private final Layout layout;
  private final Writes writes;

  Reads(Layout layout, Writes writes) {
    this.layout = layout;
    this.writes = writes;
  }

  Optional<OldRow> customer(Visit visit, Instance instance, Choices choices, long id)
      throws InterruptedException {
    String newTable = newTable(instance, choices, Chance.mixed(id));
    if (newTable.isEmpty()) {
      OldCustomers old = writes.old(instance.release());
      return instance.store(visit, connection -> old.find(connection, id));
    }
    NewCustomers table = new NewCustomers(newTable);
    return instance.store(visit, connection -> table.find(connection, id)).map(Rules::back);
  }

  List<OldRow> byEmail(Visit visit, Instance instance, Choices choices, String email)
      throws InterruptedException {
    String newTable = newTable(instance, choices, Chance.hash(email));
    if (newTable.isEmpty()) {
      OldCustomers old = writes.old(instance.release());
      return instance.store(visit, connection -> old.byEmail(connection, email));
    }
    NewCustomers table = new NewCustomers(newTable);
    return instance.store(visit, connection -> table.byEmail(connection, email)).stream()
        .map(Rules::back)
        .toList();
  }

  /// Name of the table of the new schema that answers this read; empty where the old one does.
  private String newTable(Instance instance, Choices choices, long hash) {
    if (!instance.release().knowsNew()) {
      return "";
    }
    if (layout.altered()) {
      return Schema.OLD;
    }
    return choices.readsNew(hash) ? Schema.NEW : "";
  }
}
