package dev.hotseat.demonstration;

import java.util.List;

/// What comes of asking for a play.
public sealed interface Start {
  /// It plays.
  record Playing(PlayView view) implements Start {}

  /// Nothing, or more than one thing, is called so.
  ///
  /// @param names what could be meant
  record Unknown(List<String> names) implements Start {}

  /// As many play as may.
  record Full(int playingMax) implements Start {}
}
