package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordborne.server.ApiWalk.Operation;
import org.wordborne.server.ServerFixture.Answer;

/// Whatever stands in a filter, an order, a place in the path or a body of another kind: it is
/// answered or refused, it never breaks anything, and no word of it becomes SQL, a file or a class.
class FilterFuzzTest {
  private static final List<Operation> ALL =
      ApiWalk.of(ServerFixture.get("/api/v1/openapi.json").json());

  private static final List<String> HOSTILE =
      List.of(
          "",
          "'",
          "1' or '1'='1",
          "id; select pg_sleep(9)--",
          "heard desc, (select 1/0)",
          "(select version())",
          "${7*7}{{7*7}}#{7*7}",
          "../../../../etc/passwd",
          "\u0000",
          "a\r\nSet-Cookie: x=y",
          "%",
          "\\",
          "[\"a\"]",
          "null",
          "-1",
          "99999999999999999999",
          "1e999",
          "2026-02-30",
          "+292278994-08-17T07:12:55Z",
          "Mars/Olympus",
          "\ud83d\ude00\u202e\uffff",
          "(((((((((((((((((((((((((((((((((((((((((",
          "a".repeat(5_000));

  static Stream<Operation> readings() {
    return ALL.stream().filter(Operation::isPure).filter(one -> !one.path().endsWith("/events"));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void read_anyWordInAnyFilter_isAnsweredOrRefused(Operation operation) {
    String path = operation.at(ApiWalk.nobodysId());
    for (String name : operation.query()) {
      for (String value : HOSTILE) {
        expectNoFault(ServerFixture.get(path + "?" + name + "=" + encoded(value)), name, value);
      }
      expectNoFault(ServerFixture.get(path + "?" + name + "=a&" + name + "=b"), name, "twice");
      expectNoFault(ServerFixture.get(path + "?" + name + "%5B%5D=a"), name, "list");
    }
  }

  @Test
  void path_anyWordInIt_isRefused() {
    for (Operation operation : ALL) {
      for (String value : List.of("-1", "'", "%00", "%2e%2e%2f", "null", "a%0d%0ab", "%ff")) {
        if (operation.hasVariables()) {
          Answer answer = ServerFixture.send(operation.method(), operation.at(value), "{}");

          assertThat(answer.status()).as("%s with %s", operation, value).isBetween(400, 499);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void write_bodyOfAnotherKind_isRefused(String type, String body) {
    for (Operation operation : ALL) {
      if (operation.takesBody() && !operation.path().endsWith("/imports")) {
        var request =
            ServerFixture.authorized(operation.at(ApiWalk.nobodysId()))
                .header("Content-Type", type)
                .method(
                    operation.method(),
                    BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)));

        Answer answer = ServerFixture.send(request.build());

        assertThat(answer.status()).as("%s, %s", operation, type).isBetween(400, 499);
      }
    }
  }

  @Test
  void write_nulInAnyText_isRefusedByName() {
    var topic = Map.of("name", "a\u0000b", "query", "lantern");
    var campaign = Map.of("name", "c\u0000d", "zone", "UTC", "from", "2026-01-01");

    for (Answer answer :
        List.of(
            ServerFixture.post("/api/v1/topics", topic),
            ServerFixture.post("/api/v1/campaigns", campaign))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }
    assertThat(ServerFixture.post("/api/v1/topics", topic).json().path("detail").asString())
        .isEqualTo("a text must not hold the character NUL");
  }

  static Stream<Arguments> bodies() {
    String serialised = "\u00ac\u00ed\u0000\u0005sr\u0000\u0011java.util.HashMap";
    return Stream.of(
            List.of("application/x-java-serialized-object", serialised),
            List.of("application/json", serialised),
            List.of("application/json", "{\"@class\":\"javax.script.ScriptEngineManager\"}"),
            List.of(
                "application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a/>"),
            List.of("application/yaml", "!!javax.script.ScriptEngineManager []"),
            List.of("text/plain", "{}"),
            List.of("application/x-www-form-urlencoded", "a=b"),
            List.of("multipart/form-data; boundary=x", "--x--"))
        .map(pair -> Arguments.of(pair.toArray()));
  }

  private static void expectNoFault(Answer answer, String name, String value) {
    assertThat(answer.status()).as("%s=%s: %s", name, value, answer.body()).isLessThan(500);
    assertThat(answer.whole().headers().map()).doesNotContainKey("Set-Cookie");
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception", "org.springframework", "at org.");
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
