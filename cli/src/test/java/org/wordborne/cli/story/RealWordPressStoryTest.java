package org.wordborne.cli.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordborne.cli.story.Newsroom.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The way of a word on a real WordPress: spoken there, heard here, answered here, read there.
@Tag("second-stage")
class RealWordPressStoryTest {
  @TempDir static Path folder;
  private static WordPressSite site;
  private static Newsroom ours;

  @BeforeAll
  static void open() throws Exception {
    var started = WordPressSite.start(folder.resolve("wordpress"));
    Assumptions.assumeTrue(started.isPresent(), "no WordPress can be had here");
    site = started.get();
    site.showEditorAs("Ines Moreau");
    ours = Newsroom.open(folder.resolve("data"), site.hostAndPort());
    ours.command(
        "user", "add", "ines@lantern.example", "--role", "owner", "--password", "tea&cake-at-7");
    ours.command(
        "source",
        "add",
        "wordpress",
        site.url(),
        "--username",
        site.user(),
        "--password",
        site.password(),
        "--everything",
        "--name",
        "Blog");
  }

  @AfterAll
  static void end() {
    if (ours != null) {
      ours.close();
    }
    if (site != null) {
      site.close();
    }
  }

  private static JsonNode heard(long comment) throws InterruptedException {
    var found = within("comment " + comment, () -> ours.mentions("comment:" + comment));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static String id(JsonNode node) {
    return node.path("id").asString();
  }

  private static List<JsonNode> thread(JsonNode conversation, String kind) {
    return StreamSupport.stream(conversation.path("thread").spliterator(), false)
        .filter(entry -> entry.path("kind").asString().equals(kind))
        .map(entry -> entry.path(kind))
        .toList();
  }

  /* The answers under a post, with the editor's account as the author. */
  private static List<JsonNode> answersThere(long post) {
    return StreamSupport.stream(site.commentsOf(post).spliterator(), false)
        .filter(comment -> comment.path("author").asLong() > 0)
        .toList();
  }

  private static JsonNode sent(String conversation, Map<String, ?> request)
      throws InterruptedException {
    var reply = ours.post("/conversations/" + conversation + "/replies", request);
    return within(
            "the reply",
            () ->
                List.of(ours.get("/replies/" + id(reply))).stream()
                    .filter(now -> now.path("state").asString().equals("sent"))
                    .toList())
        .getFirst();
  }

  private static void hearMore(long post) throws InterruptedException {
    heard(site.comment(post, "A later guest", "Something else by now " + UUID.randomUUID()));
  }

  @Test
  void comment_spokenThere_isHeardOnceWithAuthorThreadAndTime() throws Exception {
    long post = site.post("Autumn menu", "<p>Pumpkin soup from Monday on.</p>");
    long comment = site.comment(post, "Mara Lindqvist", "Is the soup vegan?");

    JsonNode mention = heard(comment);
    hearMore(post);
    JsonNode conversation = ours.conversationOf(id(mention));

    assertThat(ours.mentions("comment:" + comment)).hasSize(1);
    assertThat(mention.path("text").asString()).isEqualTo("Is the soup vegan?");
    assertThat(mention.path("author").path("name").asString()).isEqualTo("Mara Lindqvist");
    assertThat(mention.path("author").path("own").asBoolean()).isFalse();
    assertThat(mention.path("inReplyTo").asString()).isEqualTo("post:" + post);
    assertThat(mention.path("url").asString()).startsWith(site.url()).contains("#comment-");
    assertThat(
            Duration.between(Instant.parse(mention.path("publishedAt").asString()), Instant.now()))
        .isBetween(Duration.ofSeconds(-2), Duration.ofMinutes(2));
    assertThat(conversation.path("person").path("name").asString()).isEqualTo("Mara Lindqvist");
    assertThat(thread(conversation, "mention").getFirst().path("nativeId").asString())
        .isEqualTo("post:" + post);
    assertThat(thread(conversation, "mention"))
        .extracting(word -> word.path("nativeId").asString())
        .containsOnlyOnce("comment:" + comment);
  }

  @Test
  void reply_givenHere_standsThereOnceAndIsNoStrangersWord() throws Exception {
    long post = site.post("Jobs", "<p>We look for a baker.</p>");
    long comment = site.comment(post, "Cem", "Is part time possible as well?");
    JsonNode mention = heard(comment);
    String conversation = id(ours.conversationOf(id(mention)).path("row"));
    String text = "Yes, \"part time\" too -- it's easy...\nWrite to us & come by!";
    var request = Map.of("text", text, "inReplyTo", id(mention), "key", "part-time", "as", "Ines");

    JsonNode reply = sent(conversation, request);
    JsonNode again = sent(conversation, request);
    String native_ = reply.path("nativeId").asString();
    JsonNode echo = heard(Long.parseLong(native_.substring("comment:".length())));
    hearMore(post);

    assertThat(id(again)).isEqualTo(id(reply));
    assertThat(answersThere(post)).hasSize(1);
    assertThat(answersThere(post).getFirst().path("parent").asLong()).isEqualTo(comment);
    assertThat(answersThere(post).getFirst().path("link").asString())
        .isEqualTo(reply.path("url").asString())
        .contains("#comment-");
    assertThat(echo.path("author").path("name").asString()).isEqualTo("Ines Moreau");
    assertThat(ours.mentions(native_))
        .allMatch(word -> word.path("author").path("own").asBoolean());
    JsonNode now = ours.get("/conversations/" + conversation);
    assertThat(thread(now, "reply"))
        .extracting(RealWordPressStoryTest::id)
        .containsExactly(id(reply));
    assertThat(thread(now, "mention"))
        .extracting(word -> word.path("nativeId").asString())
        .doesNotContain(native_)
        .containsOnlyOnce("comment:" + comment);
    assertThat(ours.get("/mentions/" + id(mention)).path("answered").asBoolean()).isTrue();
  }

  @Test
  void replyCommand_runTwice_isOneComment() throws Exception {
    long post = site.post("Music", "<p>Friday at eight.</p>");
    long comment = site.comment(post, "Dee", "Who plays on Friday?");
    String mention = id(heard(comment));

    JsonNode first = ours.command("reply", mention, "--text", "The Alder Trio.");
    JsonNode second = ours.command("reply", mention, "--text", "The Alder Trio.");

    assertThat(first.path("state").asString()).isEqualTo("sent");
    assertThat(first.path("url").asString()).contains("#comment-");
    assertThat(second).isEqualTo(first);
    assertThat(answersThere(post)).hasSize(1);
    assertThat(answersThere(post).getFirst().path("parent").asLong()).isEqualTo(comment);
  }

  @Test
  void comment_editedThere_keepsItsIdAndTakesANewNumber() throws Exception {
    long post = site.post("Opening hours", "<p>Until nine.</p>");
    long comment = site.comment(post, "Ada", "Closed on Mondays?");
    JsonNode before = heard(comment);
    hearMore(post);

    site.editComment(comment, "Closed on Mondays and Tuesdays?");
    JsonNode after =
        within(
                "the edit",
                () ->
                    ours.mentions("comment:" + comment).stream()
                        .filter(word -> word.path("text").asString().contains("Tuesdays"))
                        .toList())
            .getFirst();

    assertThat(ours.mentions("comment:" + comment)).hasSize(1);
    assertThat(id(after)).isEqualTo(id(before));
    assertThat(after.path("seq").asLong()).isGreaterThan(before.path("seq").asLong());
    assertThat(after.path("publishedAt")).isEqualTo(before.path("publishedAt"));
    assertThat(after.path("editedAt").isString()).isTrue();
  }

  @Test
  void comment_trashedThere_leavesATombstone() throws Exception {
    long post = site.post("Guest book", "<p>Say hello.</p>");
    long comment = site.comment(post, "Bo", "My number is 555 0199, call me!");
    JsonNode before = heard(comment);
    hearMore(post);

    site.trashComment(comment);
    JsonNode tombstone =
        within(
                "the deletion",
                () ->
                    List.of(ours.get("/mentions/" + id(before))).stream()
                        .filter(word -> word.path("deletedAt").isString())
                        .toList())
            .getFirst();

    assertThat(tombstone.path("text").asString()).isEmpty();
    assertThat(tombstone.path("seq").asLong()).isGreaterThan(before.path("seq").asLong());
    assertThat(ours.mentions("comment:" + comment)).isEmpty();
    assertThat(ours.command("search", "0199", "--count").path("count").asLong()).isZero();
  }

  @Test
  void post_plannedHere_standsThereOnceAtItsTime() throws Exception {
    Instant at = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
    String title = "You asked for oat " + UUID.randomUUID();
    String id = planned(title, "From today, at no extra.\n\nAsk at the bar.", at);
    ours.post("/publications/" + id + "/approve", Map.of());

    JsonNode sent = published(id);
    // As if the answer had been lost, and then nobody could say whether it stands there.
    ours.sql(
        """
        update publication_variant set state = 'unknown', native_id = null, url = null, looks = 0,
          look_at = now() where publication_id = ?
        """,
        UUID.fromString(id));
    JsonNode found = published(id);
    ours.sql(
        """
        update publication_variant set state = 'unknown', native_id = null, url = null,
          look_at = null where publication_id = ?
        """,
        UUID.fromString(id));
    ours.post("/publications/" + id + "/send-late", Map.of());
    JsonNode again = published(id);

    String link = sent.path("url").asString();
    assertThat(Instant.parse(sent.path("sentAt").asString())).isAfterOrEqualTo(at);
    assertThat(found.path("url").asString()).isEqualTo(link);
    assertThat(again.path("url").asString()).isEqualTo(link);
    var there = site.posts().stream().filter(post -> title(post).equals(title)).toList();
    assertThat(there).extracting(post -> post.path("link").asString()).containsExactly(link);
    assertThat(Instant.parse(there.getFirst().path("date_gmt").asString() + "Z"))
        .isBetween(at, at.plusSeconds(60));
    assertThat(site.page(link)).contains(title, "From today, at no extra.", "Ask at the bar.");
  }

  private static String title(JsonNode post) {
    return post.path("title").path("rendered").asString();
  }

  private static String planned(String title, String text, Instant at) {
    JsonNode blog = ours.get("/sources").path("sources").path(0);
    var draft =
        Map.of(
            "title",
            title,
            "at",
            LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString(),
            "zone",
            "UTC",
            "variants",
            List.of(Map.of("source", id(blog), "text", text)));
    return id(ours.post("/publications", draft));
  }

  private static JsonNode published(String id) throws InterruptedException {
    return within(
            "the post",
            () ->
                List.of(ours.get("/publications/" + id).path("variants").path(0)).stream()
                    .filter(text -> text.path("state").asString().equals("sent"))
                    .toList())
        .getFirst();
  }
}
