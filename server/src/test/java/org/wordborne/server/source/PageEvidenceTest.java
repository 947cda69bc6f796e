package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.source.PageEvidence.Shown;
import org.wordborne.server.workspace.Brand;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpHeaders;

class PageEvidenceTest {
  private static final Brand LANTERN =
      new Brand(
          "Lantern",
          List.of("Laterne"),
          "Alderwick",
          List.of("lantern parade"),
          List.of("lantern.example", "cafes.example/lantern"),
          true);

  private static PageEvidence page(String body) {
    String html =
        "<html><head><title>A walk</title><link rel=\"https://api.w.org/\""
            + " href=\"https://diary.example/wp-json/\"><link rel=alternate"
            + " type=application/rss+xml title=\"My Diary\" href=/feed/></head><body>"
            + body
            + "</body></html>";
    return PageEvidence.of(
        new HttpAnswer(
            200,
            "https://diary.example/one",
            new HttpHeaders(List.of(new HttpHeaders.Line("Content-Type", "text/html"))),
            html.getBytes(StandardCharsets.UTF_8),
            List.of()));
  }

  private static List<Shown> shown(String body) {
    return page(body).of(LANTERN, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lantern.example",
        "http://www.lantern.example/menu?x=1#top",
        "//lantern.example/",
        "https://cafes.example/lantern/visit"
      })
  void of_linkToAHome_isEvidenceWithItsSentence(String address) {
    var shown =
        shown("<p>First. Then I read <a href='" + address + "'>their page</a> twice. Last.</p>");

    assertThat(shown).containsExactly(new Shown("links-to-you", "Then I read their page twice."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lantern.example.evil.example/",
        "https://cafes.example/lanterns",
        "https://evil.example/?to=https://lantern.example/",
        "javascript:lantern.example"
      })
  void of_linkThatOnlyLooksLikeAHome_isNone(String address) {
    assertThat(shown("<p><a href='" + address + "'>their page</a></p>")).isEmpty();
  }

  @Test
  void of_nameWithPlace_isEvidence_nameAloneIsNot() {
    assertThat(shown("<p>Cake. We sat in the Lantern, in Alderwick, for hours. Rain.</p>"))
        .containsExactly(new Shown("names-you", "We sat in the Lantern, in Alderwick, for hours."));
    assertThat(shown("<p>A lantern stood on the wall.</p>")).isEmpty();
  }

  @Test
  void of_whatItIsConfusedWith_isNone() {
    assertThat(shown("<p>The lantern parade leaves Alderwick at five.</p>")).isEmpty();
  }

  @Test
  void of_topicThatMatches_isEvidence() throws QueryException {
    var topics = List.of(Query.parse("\"oat milk\""));

    assertThat(page("<p>Rain. They have oat milk now. Sun.</p>").of(LANTERN, topics))
        .containsExactly(new Shown("names-you", "They have oat milk now."));
  }

  @Test
  void of_hostileMarkup_givesPlainWordsOfALine() {
    var shown =
        shown(
            "<script>Lantern Alderwick</script><p>"
                + "x ".repeat(5_000)
                + "<img src=x onerror=alert(1)>the <b>Lantern</b> of Alderwick &lt;script&gt; "
                + "y ".repeat(5_000));

    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().text()).contains("the Lantern of Alderwick <script>");
    assertThat(shown.getFirst().text().length()).isLessThanOrEqualTo(204);
  }

  @Test
  void candidates_siteAndFeed_hearCommentsFirst() {
    var page = page("");

    assertThat(page.candidates())
        .extracting("kind", "url")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("wordpress", "https://diary.example/"),
            org.assertj.core.groups.Tuple.tuple("feed", "https://diary.example/feed/"));
    assertThat(page.title()).isEqualTo("My Diary");
  }
}
