package dev.hotseat.live.migration;

/// What a client says of a customer, in the words of the API, which are those of the old row.
record Contents(String name, String email, double credit, String country) {
  OldRow row(long id, long version) {
    return new OldRow(Math.toIntExact(id), name, email, credit, country, version);
  }
}
