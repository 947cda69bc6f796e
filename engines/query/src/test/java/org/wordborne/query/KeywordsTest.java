package org.wordborne.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {

  @Test
  void links_inText_areThoseThatBeginAsAddresses() {
    var post = Post.of("1", "See http://a.example/x (https://b.example) httpx://c https:/d http");

    assertThat(Keywords.links(post)).isEqualTo(List.of("http://a.example/x", "https://b.example"));
  }

  /// Two megabytes of addresses: work that grows with the square would take minutes.
  @Test
  void links_ofATextOfNothingElse_areReadInOneWalk() {
    var post = Post.of("1", "https://a ".repeat(200_000));

    var links = assertTimeout(Duration.ofSeconds(10), () -> Keywords.links(post));

    assertThat(links).hasSize(200_000);
  }
}
