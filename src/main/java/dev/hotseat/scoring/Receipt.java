package dev.hotseat.scoring;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A piece of evidence.
///
/// @param kind `answer`, `choice`, `estimate`, `deed`, `signal`, `prediction` or `clarification`
/// @param ref where to look it up: `entry/12` of the journal, or `run/2`
/// @param at when it happened
/// @param elapsedSeconds the same on the session's clock
/// @param text what it shows, with the words or the values that show it
/// @param strength `strong`, `weak` or `disqualifier`
/// @param points what it adds to its dimension, or takes off; may be 0
/// @param worth how the points came about
/// @param question id of the question it belongs to, empty for none
@Serdeable
public record Receipt(
    String kind,
    String ref,
    Instant at,
    double elapsedSeconds,
    String text,
    String strength,
    double points,
    String worth,
    String question) {}
