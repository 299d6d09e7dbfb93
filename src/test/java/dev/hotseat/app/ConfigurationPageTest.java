package dev.hotseat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/CONFIGURATION.md` to the records that read configuration: keys and defaults from
/// their components, meanings from their comments. `-Dpages.fix=true` rewrites it.
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("docs", "CONFIGURATION.md");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)");
  private static final Pattern PARAMETER =
      Pattern.compile("(?m)^/// @param (\\w+) ((?:.+\\R)(?:///   .+\\R)*)");
  private static final Pattern COMPONENT =
      Pattern.compile(
          "@Bindable\\(defaultValue ="
              + " \"([^\"]*)\"\\)((?:\\s+@\\w+(?:\\([^)]*\\))?)*)\\s+([\\w<>.]+)\\s+(\\w+)");

  private record Key(String name, String usual, String meaning) {
    String variable() {
      return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
  }

  @Test
  void theReferencePageIsMadeFromTheRecords() throws IOException {
    String page = page();
    if (Boolean.getBoolean("pages.fix")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void everyKeyHasAMeaning() throws IOException {
    assertThat(keys())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.meaning()).as(key.name()).isNotBlank());
    assertThat(keys())
        .extracting(Key::name)
        .contains("hotseat.data", "hotseat.host-key", "hotseat.session.open-max");
  }

  private static String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Configuration

            By environment variable, by `-D` system property, or in an `application.yml` of your own named in
            `MICRONAUT_CONFIG_FILES`. Durations read `30s`, `10m`, `2h`, `30d`.

            | key | environment variable | default | meaning |
            |---|---|---|---|
            | `micronaut.server.host` | `MICRONAUT_SERVER_HOST` | `127.0.0.1` | address to bind to; anywhere but loopback the host key is needed |
            | `micronaut.server.port` | `MICRONAUT_SERVER_PORT` | `8080` | port to listen on |
            """);
    for (Key key : keys()) {
      page.append("| `").append(key.name()).append("` | `").append(key.variable()).append("` | ");
      page.append(key.usual().isEmpty() ? "none" : "`" + key.usual() + "`");
      page.append(" | ").append(key.meaning()).append(" |\n");
    }
    page.append(
        """

        ## PostgreSQL

        Nothing needs it. Where a server is configured, `zero-downtime-migration` can be played on it: set the lever `store` to `postgresql`, then reset. From version 13 on; the user needs to make databases and roles, and a session takes up to forty connections:

            CREATE ROLE hotseat LOGIN CREATEDB CREATEROLE PASSWORD 'secret';

            HOTSEAT_POSTGRESQL_URL=jdbc:postgresql://localhost:5432/postgres HOTSEAT_POSTGRESQL_USER=hotseat HOTSEAT_POSTGRESQL_PASSWORD=secret

        Each session has a database of its own, which goes with it; what a killed server leaves behind is dropped when the next database is made
        ([ADR 156](adr/0156-customers-on-postgresql-where-there-is-one.md)).

        ## The Java machine

        Nothing needs to be set. Options for it go into `JAVA_TOOL_OPTIONS` before the start: `-Xmx12g` for many sessions,
        `-XX:+UseZGC` where a million rows in memory are copied and p99 shall not show the collector's stops, and
        `-Xms12g -Xmx12g -Xmn9g` where more are, which are in a file
        ([ADR 152](adr/0152-g1-by-default-zgc-for-large-tables.md)).
        """);
    return page.toString();
  }

  private static List<Key> keys() throws IOException {
    Map<String, Key> keys = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        keys(Files.readString(file)).forEach(key -> keys.put(key.name(), key));
      }
    }
    return List.copyOf(keys.values());
  }

  private static List<Key> keys(String source) {
    Matcher prefix = PREFIX.matcher(source);
    if (!prefix.find()) {
      return List.of();
    }
    Map<String, String> meanings = new LinkedHashMap<>();
    PARAMETER
        .matcher(source.substring(0, prefix.start()))
        .results()
        .forEach(each ->
            meanings.put(each.group(1), each.group(2).replaceAll("\\R///\\s+", " ").strip()));
    return COMPONENT
        .matcher(source.substring(prefix.end()))
        .results()
        .map(each ->
            new Key(
                prefix.group(1) + "." + kebab(each.group(4)),
                each.group(1),
                meanings.getOrDefault(each.group(4), "")))
        .toList();
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
