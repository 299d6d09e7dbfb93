package dev.hotseat.load;

/// How far a run is.
///
/// @param state where it stands
/// @param fraction of its planned time, 0..1
/// @param elapsedSeconds since it began
/// @param remainingSeconds until its last call is due
/// @param ratePerSecond calls answered in the last full second
/// @param offered arrivals due so far
/// @param served arrivals answered as they should be
/// @param failed arrivals that failed, for whatever reason
public record Progress(
    RunState state,
    double fraction,
    double elapsedSeconds,
    double remainingSeconds,
    double ratePerSecond,
    long offered,
    long served,
    long failed) {}
