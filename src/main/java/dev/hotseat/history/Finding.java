package dev.hotseat.history;

import java.util.List;

/// One thing that is wrong, with what a reader needs to see that it is.
///
/// @param kind what is wrong
/// @param subject whose
/// @param ids the operations (`#12`) and book entries it rests on
/// @param words the finding in a sentence
/// @param trail what happened to the subject, in order
public record Finding(
    Kind kind, String subject, List<String> ids, String words, List<String> trail) {

  public Finding {
    ids = List.copyOf(ids);
    trail = List.copyOf(trail);
  }
}
