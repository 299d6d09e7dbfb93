package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Editors and the loader go by the same rules.
class SchemaTest {
  private static final Path FOLDER = Path.of("scenarios/schema");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<String> schemas() {
    return SchemaWriter.FILES.keySet().stream().sorted();
  }

  static Stream<MutationsTest.Slip> slips() throws IOException {
    return MutationsTest.slips().filter(SchemaTest::isAgainstItsShape);
  }

  /// `-Dschema.fix=true` writes them.
  @ParameterizedTest
  @MethodSource("schemas")
  void areWrittenFromTheShapes(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".schema.json");
    String written = SchemaWriter.schema(name);
    if (Boolean.getBoolean("schema.fix")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, written);
    }

    assertThat(file).hasContent(written);
  }

  @Test
  void nameEveryKeyThatTheLoaderReadsAndNoOther() {
    assertThat(TeaShop.load(TeaShop.folder()).keysRead()).isEqualTo(SchemaWriter.keys());
  }

  @Test
  void acceptWhatTheLoaderAccepts() {
    TeaShop.folder()
        .files()
        .forEach((file, bytes) -> assertThat(refusals(file, text(bytes))).as(file).isEmpty());
  }

  @Test
  void acceptTheScenariosWeShip() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        Path scenario = Path.of("scenarios").relativize(file);
        String inside = scenario.subpath(1, scenario.getNameCount()).toString();
        assertThat(refusals(inside, Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("slips")
  void refuseWhatTheLoaderRefusesByShape(MutationsTest.Slip slip) {
    Folder folder = TeaShop.with(slip.file(), text -> text.replace(slip.from(), slip.to()));

    assertThat(refusals(slip.file(), text(folder.files().getOrDefault(slip.file(), new byte[0]))))
        .isNotEmpty();
  }

  /// Those that a schema can see: in reach of one value. It has no idea of a time's length.
  private static boolean isAgainstItsShape(MutationsTest.Slip slip) {
    Folder folder = TeaShop.with(slip.file(), text -> text.replace(slip.from(), slip.to()));
    Notes notes = new Notes();
    folder
        .document(slip.file(), notes)
        .ifPresent(node -> new ShapeCheck(notes).check(node, SchemaWriter.form(slip.file()), "it"));
    return notes.hasErrors()
        && notes.problems().stream().noneMatch(each -> each.expected().contains("100ms..10m"));
  }

  private static List<String> refusals(String file, String yaml) {
    Optional<Node> node = YamlReader.read(file, yaml, new Notes());
    String json = JSON.writeValueAsString(plain(node.orElseThrow()));
    Schema schema =
        REGISTRY.getSchema(SchemaWriter.schema(SchemaWriter.name(file)), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Object plain(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> plain.put(key, plain(entry.value())));
        yield plain;
      }
      case Node.Listing listing -> {
        List<Object> plain = new ArrayList<>();
        listing.items().forEach(each -> plain.add(plain(each)));
        yield plain;
      }
      case Node.Scalar scalar -> plain(scalar);
    };
  }

  private static Object plain(Node.Scalar scalar) {
    if (scalar.isFlag()) {
      return Boolean.valueOf(scalar.text());
    }
    return scalar.isNumber() && Amounts.number(scalar).isPresent()
        ? (Object) new java.math.BigDecimal(scalar.text().replaceFirst("^\\+", ""))
        : scalar.isNothing() ? Optional.empty() : scalar.text();
  }
}
