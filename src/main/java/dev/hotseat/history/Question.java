package dev.hotseat.history;

/// Something that must hold of a history.
public interface Question {
  void ask(Recorded recorded, Findings findings);
}
