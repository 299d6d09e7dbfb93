package dev.hotseat.interview;

/// The interview so far, folded from the journal. Immutable.
public final class InterviewState {}
