package dev.hotseat.ui;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Style sheets and modules of the pages, all of one version.
///
/// Their address carries a digest over all of them, so a browser may keep them for good and never
/// mixes modules of two versions: relative imports stay inside the address. From a folder of
/// classes they are read anew for each page, so that whoever works on them need not restart
/// anything.
@Singleton
final class Assets {
  private static final String ROOT = "/page";
  private static final int VERSION_CHARS = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final boolean changing;
  private volatile Edition edition;

  Assets() {
    this.changing = root().getProtocol().equals("file");
    this.edition = read();
  }

  /// A file as it is sent.
  ///
  /// @param etag strong, in quotes
  record Asset(byte[] bytes, String type, String etag) {}

  /// All files of one moment.
  private record Edition(String version, SortedMap<String, Asset> files) {}

  /// Where pages find their files: `/static/` and the version.
  String base() {
    if (changing) {
      edition = read();
    }
    return "/static/" + edition.version();
  }

  boolean isCurrent(String version) {
    return edition.version().equals(version);
  }

  Optional<Asset> find(String path) {
    return Optional.ofNullable(edition.files().get(path));
  }

  /// The modules under a folder of `js`, so that a page can have them fetched all at once.
  List<String> modules() {
    return edition.files().keySet().stream().filter(path -> path.endsWith(".js")).toList();
  }

  private static Edition read() {
    SortedMap<String, Asset> files = new TreeMap<>();
    MessageDigest whole = sha256();
    forEachFile((path, bytes) -> files.put(path, asset(path, bytes)));
    files.forEach((path, asset) -> {
      whole.update(path.getBytes(StandardCharsets.UTF_8));
      whole.update(asset.bytes());
    });
    return new Edition(hex(whole), files);
  }

  private static Asset asset(String path, byte[] bytes) {
    MessageDigest digest = sha256();
    digest.update(bytes);
    String ending = path.substring(path.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return new Asset(bytes, type, "\"" + hex(digest) + "\"");
  }

  private interface Visitor {
    void visit(String path, byte[] bytes);
  }

  private static void forEachFile(Visitor visitor) {
    try {
      URI uri = root().toURI();
      if (uri.getScheme().equals("file")) {
        walk(Path.of(uri), visitor);
        return;
      }
      String jar = uri.toString().substring(0, uri.toString().indexOf("!/"));
      try (FileSystem files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
        walk(files.getPath(ROOT), visitor);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void walk(Path root, Visitor visitor) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        visitor.visit(
            root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
  }

  private static URL root() {
    return Objects.requireNonNull(Assets.class.getResource(ROOT), ROOT);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
