package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Who did what is found again, with before and after.
class AuditTest {
  private final String name = "=Lantern " + UUID.randomUUID();
  private final String id =
      ServerFixture.post("/api/v1/strategy/statements", aim(name)).json().path("id").asString();

  @Test
  void list_byThing_findsWhoMadeIt() {
    JsonNode line = only("/api/v1/audit?about=" + id);

    assertThat(line.path("deed").asString()).isEqualTo("strategy.write");
    assertThat(line.path("way").asString()).isEqualTo("command");
    assertThat(line.path("label").asString()).isEqualTo(name);
    assertThat(line.path("refused").asBoolean()).isFalse();
  }

  @Test
  void list_byWordsOfItsName_findsItAndNotWithAnotherDeed() {
    String words = name.substring(9);

    assertThat(only("/api/v1/audit?q=" + words).path("about").asString()).isEqualTo(id);
    assertThat(lines("/api/v1/audit?deed=strategy&q=" + words)).hasSize(1);
    assertThat(lines("/api/v1/audit?deed=topics&q=" + words)).isEmpty();
    assertThat(lines("/api/v1/audit?to=2020-01-01T00:00:00Z&q=" + words)).isEmpty();
    assertThat(lines("/api/v1/audit?who=" + UUID.randomUUID() + "&q=" + words)).isEmpty();
  }

  @Test
  void list_pageByPage_givesEachOnceAndEnds() {
    String words = name.substring(9);
    ServerFixture.delete("/api/v1/strategy/statements/" + id);

    JsonNode first = ServerFixture.get("/api/v1/audit?limit=1&q=" + words).json();
    JsonNode second =
        ServerFixture.get(
                "/api/v1/audit?limit=1&q=" + words + "&cursor=" + first.path("next").asString())
            .json();

    assertThat(first.at("/lines/0/deed").asString()).isEqualTo("strategy.withdraw");
    assertThat(second.at("/lines/0/deed").asString()).isEqualTo("strategy.write");
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void line_ofAChange_showsBeforeAndAfter() {
    ServerFixture.delete("/api/v1/strategy/statements/" + id);
    long number =
        lines("/api/v1/audit?deed=strategy.withdraw&about=" + id).get(0).path("number").asLong();

    JsonNode fields = ServerFixture.get("/api/v1/audit/" + number).json().at("/changes/0/fields");

    assertThat(StreamSupport.stream(fields.spliterator(), false))
        .anySatisfy(
            field -> {
              assertThat(field.path("name").asString()).isEqualTo("withdrawn_at");
              assertThat(field.path("before").isNull()).isTrue();
              assertThat(field.path("after").asString()).startsWith("20");
            });
  }

  @Test
  void export_csv_guardsAgainstFormulas() {
    Answer csv = ServerFixture.get("/api/v1/audit/export?format=csv&about=" + id);

    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body()).startsWith("number,at,person").contains(",'" + name);
    assertThat(csv.body()).doesNotContain("," + name);
  }

  @Test
  void export_jsonLines_isWithoutLoss() {
    Answer lines = ServerFixture.get("/api/v1/audit/export?about=" + id);

    assertThat(lines.json().at("/changes/0/label").asString()).isEqualTo(name);
  }

  @Test
  void import_ofAFile_hasALineForItsBeginningAndOneForItsEnd() {
    ServerFixture.post(
        "/api/v1/imports?fresh=false", "{\"id\": \"" + id + "\", \"text\": \"a lantern\"}");

    JsonNode lines = lines("/api/v1/audit?deed=imports&limit=2");
    assertThat(lines.at("/1/deed").asString()).isEqualTo("imports.run");
    assertThat(lines.at("/1/way").asString()).isEqualTo("command");
    assertThat(lines.at("/0/deed").asString()).isEqualTo("imports.ended");
    assertThat(lines.at("/0/facts/read").asString()).isEqualTo("1");
  }

  @Test
  void check_untouched_holds() {
    JsonNode verdict = ServerFixture.get("/api/v1/audit/check").json();

    assertThat(verdict.path("holds").asBoolean()).isTrue();
    assertThat(verdict.path("lines").asLong()).isPositive();
  }

  private static Map<String, Object> aim(String text) {
    return Map.of("kind", "aim", "text", text);
  }

  private static JsonNode only(String path) {
    JsonNode lines = lines(path);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static JsonNode lines(String path) {
    return ServerFixture.get(path).json().path("lines");
  }
}
