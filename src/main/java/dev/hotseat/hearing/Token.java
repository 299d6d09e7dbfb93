package dev.hotseat.hearing;

/// One word of a text.
///
/// @param word in lower case, contractions taken apart
/// @param stem what is compared
/// @param start offset of its first character in the text
record Token(String word, String stem, int start, int end) {}
