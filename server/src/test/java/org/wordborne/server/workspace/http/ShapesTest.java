package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.act.AuditCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What has another shape than the API describes is refused and changes nothing, at every
/// operation that takes a body.
class ShapesTest {
  private static final List<String> ODD =
      List.of(
          "[]",
          "[{}]",
          "null",
          "7",
          "\"text\"",
          "{\"noSuchField\": 1}",
          "{\"name\": \"a\", \"name\": \"b\"}",
          "{\"text\": {\"a\": 1}, \"name\": {\"a\": 1}, \"noSuchField\": []}",
          "{} {}",
          "");

  /// One operation.
  record Operation(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Operation> operations() throws IOException {
    var api =
        JsonMapper.builder().build().readTree(Files.readString(Path.of("../ui/openapi.json")));
    return api.path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(one -> takesJson(one.getValue()))
                    .filter(_ -> !path.getKey().startsWith("/api/v1/session"))
                    .map(
                        one ->
                            new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey())));
  }

  private static boolean takesJson(JsonNode operation) {
    return operation.at("/requestBody/content").has("application/json");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void body_ofAnyOtherShape_isRefusedAndChangesNothing(Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]+\\}", UUID.randomUUID().toString());
    long before = lines();

    for (String odd : ODD) {
      Answer answer = ServerFixture.send(operation.method(), path, odd);
      assertThat(answer.status()).as(operation + " " + odd + answer.body()).isBetween(400, 499);
    }

    assertThat(lines()).isEqualTo(before);
  }

  @Test
  void query_parameterGivenTwice_isRefusedByName() {
    Answer answer = ServerFixture.get("/api/v1/audit?limit=1&limit=2");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("limit");
  }

  @Test
  void query_fieldOfAQuestionGivenTwice_isRefusedByName() {
    Answer answer = ServerFixture.get("/api/v1/audit?deed=a&deed=b");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("deed");
  }

  private static long lines() {
    return ServerFixture.bean(AuditCheck.class)
        .of(ServerFixture.defaultScope().workspace())
        .lines();
  }
}
