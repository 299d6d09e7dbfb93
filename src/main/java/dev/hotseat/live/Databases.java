package dev.hotseat.live;

/// Opens databases, wherever this server can keep one.
record Databases(PostgresServer postgres) {
  /// Makes an empty database of its own for a system.
  ///
  /// @throws dev.hotseat.exchange.Refusal when the server that should hold it does not
  Database open(Store.Home home, String system) {
    return switch (home) {
      case MEMORY -> new H2Database(system, Place.MEMORY);
      case DISK -> new H2Database(system, Place.Disk.temporary(system));
      case POSTGRESQL -> new PostgresDatabase(postgres, system);
    };
  }
}
