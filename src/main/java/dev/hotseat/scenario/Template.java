package dev.hotseat.scenario;

/// Words with live numbers in them: `p99 is {{ p99("redirect") }} ms`.
public interface Template {
  /// The text as written in the file.
  String source();

  /// The words with the numbers of this moment, rounded for reading.
  String over(Facts facts);
}
