package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordborne.server.workspace.BadInputException;

class CsvPostsTest {
  @Test
  void post_mappedColumns_takesThem() throws IOException {
    var rows =
        rows(
            "\uFEFFnr;body;who\r\n7;\"Hello; \"\"you\"\"\nthere\";Ann\r\n",
            Map.of("id", "nr", "text", "body", "author.name", "Who"));

    assertThat(rows.advance()).isTrue();
    var post = rows.post();
    assertThat(post.path("id").asString()).isEqualTo("7");
    assertThat(post.path("text").asString()).isEqualTo("Hello; \"you\"\nthere");
    assertThat(post.path("author").path("name").asString()).isEqualTo("Ann");
    assertThat(rows.advance()).isFalse();
  }

  /// As a spreadsheet saves it: the second row in windows-1252, the third in UTF-8.
  @Test
  void post_windowsLines_areReadAndCounted() throws IOException {
    var file = new ByteArrayOutputStream();
    file.write("text\nplain\n".getBytes(StandardCharsets.UTF_8));
    file.write("Caf\u00e9 \u2013 5 \u20ac\n".getBytes(Charset.forName("windows-1252")));
    file.write("Gr\u00fc\u00dfe \u20ac\n".getBytes(StandardCharsets.UTF_8));
    var rows = new CsvPosts(new ByteArrayInputStream(file.toByteArray()), Map.of());

    var texts = new ArrayList<String>();
    while (rows.advance()) {
      texts.add(rows.post().path("text").asString());
    }

    assertThat(texts)
        .containsExactly("plain", "Caf\u00e9 \u2013 5 \u20ac", "Gr\u00fc\u00dfe \u20ac");
    assertThat(rows.foreignLines()).isEqualTo(1);
  }

  @Test
  void line_afterARowOfTwoLines_countsBoth() throws IOException {
    var rows = rows("text,id\n\"a\nb\",1\nc,2\n", Map.of());

    rows.advance();
    assertThat(rows.line()).isEqualTo(2);
    rows.advance();
    assertThat(rows.line()).isEqualTo(4);
  }

  @Test
  void post_withoutId_getsTheSameOneEveryTime() throws IOException {
    var first = rows("text\nhello\n", Map.of());
    var second = rows("text\nhello\n", Map.of());
    first.advance();
    second.advance();

    assertThat(first.post().path("id")).isEqualTo(second.post().path("id"));
  }

  @Test
  void of_unknownColumn_namesThoseThereAre() {
    assertThatThrownBy(() -> rows("a,b\n1,2\n", Map.of("text", "body")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a, b");
  }

  private static CsvPosts rows(String csv, Map<String, String> mapping) throws IOException {
    return new CsvPosts(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), mapping);
  }
}
