package dev.hotseat.event;

import java.util.Set;

/// What was affirmed in one answer, and what the candidate had looked at by then.
///
/// @param question that was open, empty for none
/// @param concepts affirmed, those in a mere list left out
/// @param read instruments that were read since trouble began
public record Claim(String question, Set<String> concepts, Set<String> read) {
  public Claim {
    concepts = Set.copyOf(concepts);
    read = Set.copyOf(read);
  }

  /// Whether an instrument was read by then; `sheet` stands for any sheet.
  public boolean hasRead(String instrument) {
    return read.stream()
        .anyMatch(each -> each.equals(instrument) || each.startsWith(instrument + " "));
  }
}
