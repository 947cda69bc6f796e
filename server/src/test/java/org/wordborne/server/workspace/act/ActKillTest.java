package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.conversation.ServerChild;

/// The process ends in the middle of a write; whoever sends it again under its key does not double
/// it.
class ActKillTest {
  private static final String NOBODY = "127.0.0.1:1";
  private static final Map<String, String> SAID = Map.of("kind", "aim", "text", "Open at six.");

  @TempDir Path folder;

  @Test
  void post_killedBetweenCommitAndAnswer_isNotDoneAgainAndSaysSo() throws Exception {
    HttpResponse<String> again = killedAt("act-done");

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body())
        .contains("its answer is not known")
        .contains("/strategy/statements, id ");
  }

  @Tag("second-stage")
  @ParameterizedTest
  @CsvSource({"act-written, ", "act-answer-kept, true"})
  void post_killedElsewhere_isDoneOnceAndAnswered(String crash, String replayed) throws Exception {
    HttpResponse<String> again = killedAt(crash);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("Idempotency-Replayed").orElse(null)).isEqualTo(replayed);
  }

  private HttpResponse<String> killedAt(String crash) throws Exception {
    String path = "/strategy/statements";
    try (var dying = new ServerChild(folder, NOBODY, crash)) {
      assertThatThrownBy(() -> dying.postOnce("k1", path, SAID)).isInstanceOf(IOException.class);
      assertThat(dying.ended()).isTrue();
    }
    try (var born = new ServerChild(folder, NOBODY, "")) {
      HttpResponse<String> again = born.postOnce("k1", path, SAID);

      assertThat(born.get("/strategy").path("statements")).hasSize(1);
      assertThat(born.postOnce("k2", path, SAID).statusCode()).isEqualTo(201);
      assertThat(born.get("/strategy").path("statements")).hasSize(2);
      return again;
    }
  }
}
