package dev.hotseat.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Something that happened, as a book holds it: a charge at the provider, a payment in the ledger.
///
/// @param id its number in the book
/// @param subject the wish it was made for, in the words of [Operation#subject]
/// @param reference what joins it to another book, such as the payment's id
/// @param action what was done
/// @param unit what the amount counts, such as `EUR`; empty where nothing is counted
/// @param amount in minor units; or a version where the book holds versions
/// @param order its place in the book
/// @param note what a reader should know of it; may be empty
public record Effect(
    String id,
    String subject,
    String reference,
    String action,
    String unit,
    long amount,
    long order,
    String note) {

  String words() {
    String counted = unit.isEmpty() ? amount + "" : amount + " " + unit;
    return id + ": " + action + " of " + counted + (note.isEmpty() ? "" : " (" + note + ")");
  }

  static Map<String, List<Effect>> by(Function<Effect, String> key, List<Effect> effects) {
    Map<String, List<Effect>> found = new LinkedHashMap<>();
    for (Effect each : effects) {
      found.computeIfAbsent(key.apply(each), _ -> new ArrayList<>(1)).add(each);
    }
    return found;
  }
}
