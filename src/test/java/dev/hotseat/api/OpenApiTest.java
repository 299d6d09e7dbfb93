package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The hand-written description says what the server really does.
class OpenApiTest {
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = SERVER.open("practice");
  private static final JsonNode DOCUMENT =
      new YAMLMapper().readTree(SERVER.call("GET", "/openapi.yaml").send().body());
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String GATE = "GET /live/{liveId}/{path}";

  @Test
  void listsEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    DOCUMENT
        .get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .map(operation -> operation.getKey())
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())
                .forEach(described::add));
    Set<String> real = new TreeSet<>(Set.of(GATE));
    SERVER
        .bean(Router.class)
        .uriRoutes()
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
        .map(
            route -> route.replace("{+", "{")) // a path of several steps, which OpenAPI cannot tell
        .filter(route -> !route.startsWith("HEAD "))
        .forEach(real::add);

    assertThat(described).isEqualTo(real);
  }

  @Test
  void namesEveryOperationOnceAndEveryReferenceExists() {
    List<String> names = new ArrayList<>();
    DOCUMENT.findValues("operationId").forEach(name -> names.add(name.asString()));

    assertThat(names).doesNotHaveDuplicates();
    DOCUMENT
        .findValues("$ref")
        .forEach(reference ->
            assertThat(resolved(reference.asString()).isMissingNode())
                .as(reference.asString())
                .isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/transcript",
        "/levers",
        "/runs",
        "/metrics?keys=p99/redirect",
        "/traces",
        "/logs",
        "/faults",
        "/actions",
        "/sheets",
        "/jobs",
        "/export",
      })
  void describesWhatASessionAnswers(String below) {
    assertFits(SESSION.as("candidate", "GET", below).send(), "/api/sessions/{id}" + below);
  }

  @Test
  void describesReportAndReplay() {
    Opened session = SERVER.open("practice");
    session.as("candidate", "POST", "/answers").text("What may be lost?").send();
    session.as("candidate", "POST", "/end").send();

    assertFits(session.as("candidate", "GET", "/report").send(), "/api/sessions/{id}/report");
    assertFits(session.as("candidate", "GET", "/replay").send(), "/api/sessions/{id}/replay");
  }

  @Test
  void describesTheCatalogueAndTheServer() {
    assertFits(SERVER.call("GET", "/api/scenarios").send(), "/api/scenarios");
    assertFits(SERVER.call("GET", "/api/scenarios/url-shortener").send(), "/api/scenarios/{name}");
    assertFits(SERVER.call("GET", "/api/sessions").send(), "/api/sessions");
    assertFits(SERVER.call("GET", "/health").send(), "/health");
  }

  @Test
  void describesDemonstrations() {
    String location =
        SERVER
            .call("POST", "/api/demonstrations")
            .json("{\"demonstration\":\"stampede\"}")
            .send()
            .header("Location");
    Answer playing = SERVER.call("GET", location).send();
    SERVER.call("DELETE", location).send();

    assertFits(SERVER.call("GET", "/api/demonstrations").send(), "/api/demonstrations");
    assertFits(playing, "/api/demonstrations/{play}");
    assertFits(SERVER.call("GET", location).send(), "/api/demonstrations/{play}");
  }

  @Test
  void describesProblems() {
    Answer answer = SESSION.as("candidate", "PATCH", "/levers").json("{\"values\":{}}").send();

    assertThat(faults(answer.json(), resolved("#/components/schemas/Problem"), "")).isEmpty();
  }

  @Test
  void isShownToPeople() {
    String page = SERVER.call("GET", "/docs").send().body();

    for (String asset : List.of("swagger-ui.css", "swagger-ui-bundle.js", "docs.js")) {
      String path = page.replaceAll("(?s).*\"(/assets/[^\"]*" + asset + ")\".*", "$1");
      assertThat(SERVER.call("GET", path).send().status()).as(path).isEqualTo(200);
    }
  }

  private static void assertFits(Answer answer, String path) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode response =
        DOCUMENT
            .get("paths")
            .get(path.replaceAll("\\?.*", ""))
            .get("get")
            .get("responses")
            .get("200");
    JsonNode schema = followed(response).get("content").get("application/json").get("schema");
    assertThat(faults(answer.json(), schema, "")).as(path).isEmpty();
  }

  /// What of a value does not fit a schema; the words of JSON Schema that the document uses.
  private static List<String> faults(JsonNode value, JsonNode reference, String place) {
    JsonNode schema = followed(reference);
    List<String> faults = new ArrayList<>();
    if (schema.has("type") && !isOf(value, schema.get("type"))) {
      return List.of(place + ": " + schema.get("type") + " expected, got " + value);
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add(place + ": one of " + schema.get("enum") + " expected, got " + value);
    }
    schema
        .path("required")
        .valueStream()
        .filter(name -> !value.has(name.asString()))
        .forEach(name -> faults.add(place + "." + name.asString() + ": missing"));
    schema
        .path("properties")
        .propertyStream()
        .filter(property -> value.has(property.getKey()))
        .filter(property ->
            isRequired(schema, property.getKey()) || !value.get(property.getKey()).isNull())
        .forEach(property ->
            faults.addAll(
                faults(
                    value.get(property.getKey()),
                    property.getValue(),
                    place + "." + property.getKey())));
    if (schema.path("additionalProperties").isObject()) {
      value
          .propertyStream()
          .filter(property -> !schema.path("properties").has(property.getKey()))
          .forEach(property ->
              faults.addAll(
                  faults(
                      property.getValue(),
                      schema.get("additionalProperties"),
                      place + "." + property.getKey())));
    }
    if (value.isArray() && schema.has("items")) {
      value
          .valueStream()
          .forEach(each -> faults.addAll(faults(each, schema.get("items"), place + "[]")));
    }
    return faults;
  }

  /// What is not required may be absent or null.
  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(each -> each.asString().equals(name));
  }

  private static boolean isOf(JsonNode value, JsonNode type) {
    return type.isArray()
        ? type.valueStream().anyMatch(each -> isOf(value, each))
        : switch (type.asString()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> throw new IllegalArgumentException(type.asString());
        };
  }

  private static JsonNode followed(JsonNode node) {
    return node.has("$ref") ? followed(resolved(node.get("$ref").asString())) : node;
  }

  private static JsonNode resolved(String reference) {
    JsonNode node = DOCUMENT;
    for (String step : reference.substring(2).split("/")) {
      node = node.path(step);
    }
    return node;
  }
}
