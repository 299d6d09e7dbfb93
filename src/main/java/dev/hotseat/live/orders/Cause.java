package dev.hotseat.live.orders;

/// One way for the service to fall ill: something that happens to its surroundings, never a switch
/// in its code. What undoes it is an ordinary operation.
interface Cause {
  /// The fault of the design that begins it.
  String name();

  /// Whether it is what hurts, as opposed to something that only looks like it.
  boolean hurts();

  /// It happens, so heavily.
  void begin(Scene scene, Size size);

  /// Puts everything back as it was before [#begin], whatever was done about it since.
  void end(Scene scene);
}
