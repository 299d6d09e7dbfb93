package dev.hotseat.phrase;

/// Why a pattern cannot be read, and where.
///
/// @param column of the offending character within the pattern, counted from 1
/// @param expected what would have been right there, as a short phrase for a person
public record PatternError(int column, String message, String expected) {}
