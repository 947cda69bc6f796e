package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.source.PostLines.BadLineException;

class PostLinesTest {
  @Test
  void read_wholePost_keepsEveryField() throws BadLineException {
    var spoken =
        read(
            """
            {"id":7,"channel":"forum","text":"Hi","title":"T","published":"2026-11-22T10:30:00+01:00",
             "author":{"id":"a","name":"Ann","followers":3},"inReplyTo":"6","threadRoot":"5",
             "engagement":{"likes":2},"links":["https://x.example"],"unknown":true}""");

    var post = spoken.post();
    assertThat(post.id()).isEqualTo("7");
    assertThat(post.published()).isEqualTo(Instant.parse("2026-11-22T09:30:00Z"));
    assertThat(post.author().followers()).isEqualTo(3);
    assertThat(post.engagement().likes()).isEqualTo(2);
    assertThat(spoken.threadRoot()).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{",
        "{\"id\":\"1\"}",
        "{\"text\":\"x\"}",
        "{\"id\":\"1\",\"text\":\" \"}",
        "{\"id\":{},\"text\":\"x\"}",
        "{\"id\":\"1\",\"text\":\"x\",\"published\":\"yesterday\"}"
      })
  void read_whatIsNoPost_saysWhy(String line) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(BadLineException.class)
        .message()
        .isNotBlank();
  }

  private static org.wordborne.server.mention.Incoming.Spoken read(String line)
      throws BadLineException {
    return PostLines.read(line.getBytes(StandardCharsets.UTF_8));
  }
}
