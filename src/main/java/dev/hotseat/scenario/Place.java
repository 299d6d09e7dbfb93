package dev.hotseat.scenario;

/// A character in a file of a scenario folder.
///
/// @param file path inside the folder
/// @param line counted from 1
/// @param column counted from 1
record Place(String file, int line, int column) implements Comparable<Place> {
  static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
