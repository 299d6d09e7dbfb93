package dev.hotseat.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a scenario folder as they were at one moment.
///
/// @param name of the folder
/// @param files bytes by path inside the folder, in order
/// @param digest SHA-256 over paths and bytes, hex
record Folder(String name, SortedMap<String, byte[]> files, String digest) {
  static final String SCENARIO = "scenario.yaml";
  static final String LOAD = "load.yaml";
  static final String INTERVIEW = "interview.yaml";
  static final String HEARING = "hearing.yaml";
  static final String REHEARSALS = "rehearsals/";
  static final String DEMONSTRATIONS = "demonstrations/";

  /// More files than a scenario could sensibly hold are left unread.
  private static final int FILES_MAX = 100;

  /// Reads the folder at `path`. Links are not followed: a folder is what is in it.
  static Folder read(Path path) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String file : List.of(SCENARIO, LOAD, INTERVIEW, HEARING)) {
      add(path.resolve(file), file, files);
    }
    for (String inner : List.of(REHEARSALS, DEMONSTRATIONS)) {
      addAll(path.resolve(inner), inner, files);
    }
    return new Folder(path.getFileName().toString(), files, digest(files));
  }

  private static void addAll(Path inner, String prefix, SortedMap<String, byte[]> files)
      throws IOException {
    if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(inner, "*.yaml")) {
      for (Path file : found) {
        if (files.size() < FILES_MAX) {
          add(file, prefix + file.getFileName(), files);
        }
      }
    }
  }

  private static void add(Path file, String name, SortedMap<String, byte[]> files)
      throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try (var in = Files.newInputStream(file)) {
        files.put(name, in.readNBytes(YamlReader.BYTES_MAX + 1));
      }
    }
  }

  static String digest(SortedMap<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        String header = file.getKey() + "\n" + file.getValue().length + "\n";
        digest.update(header.getBytes(StandardCharsets.UTF_8));
        digest.update(file.getValue());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// The document in a file; empty, with a note why, when there is none that can be read.
  Optional<Node> document(String file, Notes notes) {
    byte[] bytes = files.getOrDefault(file, new byte[0]);
    if (!files.containsKey(file)) {
      notes.error(Place.startOf(file), "the file is missing", file);
      return Optional.empty();
    }
    if (bytes.length > YamlReader.BYTES_MAX) {
      notes.error(Place.startOf(file), "the file is too large", "at most 3 MB");
      return Optional.empty();
    }
    return text(bytes, file, notes).flatMap(text -> YamlReader.read(file, text, notes));
  }

  private static Optional<String> text(byte[] bytes, String file, Notes notes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString());
    } catch (CharacterCodingException notText) {
      String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
      int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      notes.error(new Place(file, line, column), "these bytes are not UTF-8", "text in UTF-8");
      return Optional.empty();
    }
  }

  /// Paths of the files under `prefix`.
  List<String> under(String prefix) {
    return files.keySet().stream().filter(each -> each.startsWith(prefix)).toList();
  }
}
