package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

/// No secret ever comes into the book of acts; that one was changed does.
class ActSecretsTest {
  private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void act_thatSetsSecrets_tellsThatTheyChangedAndNothingOfThem() {
    Answer mail =
        ServerFixture.put(
            "/api/v1/mail",
            Map.of(
                "host",
                "mail.example.org",
                "port",
                2525,
                "tls",
                "starttls",
                "username",
                "ines",
                "password",
                canary,
                "from",
                "ines@example.org",
                "fromName",
                "Ines"));
    Answer hook =
        ServerFixture.post(
            "/api/v1/hooks-out",
            Map.of("name", canary.substring(0, 12), "url", "https://example.org/hook"));
    Answer token = ServerFixture.post("/api/v1/tokens", Map.of("name", "press"));

    assertThat(List.of(mail.status(), hook.status(), token.status())).allMatch(it -> it < 300);
    String kept = kept();
    assertThat(kept).contains("mail_setting").contains("\"password\"").contains("press");
    assertThat(kept).doesNotContain(canary);
    assertThat(kept).doesNotContain(hook.json().path("secret").asString("no secret"));
    assertThat(kept).doesNotContain(token.json().path("token").asString("no token"));
    assertThat(kept).doesNotContain("\\\\x");
  }

  private static String kept() {
    return ServerFixture.transactions()
        .in(
            ServerFixture.defaultScope(),
            tx ->
                tx.sql(
                        """
                        select string_agg(concat_ws(' ', thing, row_id, label, before, after,
                          to_jsonb(hidden)), E'\\n') from act_change
                        """)
                    .query(String.class)
                    .single());
  }
}
