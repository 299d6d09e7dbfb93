package dev.hotseat.live.catalogue;

import java.time.Instant;

/// An order as it is placed.
record Order(
    long id,
    int customer,
    int product,
    String status,
    String email,
    long total,
    Instant created,
    String note,
    long version) {}
