package org.wordborne.channels.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelEvent.Deleted;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Publication;
import org.wordborne.channels.Reply;
import org.wordborne.channels.ScriptedServer;
import org.wordborne.channels.SourceSettings;
import org.wordborne.wire.Secret;

/* A site of a few hand-written answers, for what a real one does only seldom. */
class WordPressChannelTest {
  private static final String PAST_POSTS = "per_page=40&orderby=id&order=asc&_embed=author&offset=";
  private static final String PAST_COMMENTS = "per_page=100&orderby=id&order=asc&offset=";
  private static final String POSTS =
      "_embed=author&orderby=modified&per_page=40&order=desc&page=1";
  private static final String COMMENTS = "orderby=id&per_page=100&order=desc&page=1";
  private static final Reply REPLY = new Reply("k1", "comment:6", "post:5", "It's \"fine\"…", "");

  private final WordPressChannel channel = new WordPressChannel();
  private ScriptedServer server;
  private String cursor = "";

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SourceSettings settings() {
    return new SourceSettings(
        Map.of("url", server.url("/"), "username", "ines"), Map.of("password", Secret.of("pw")));
  }

  private List<ChannelEvent> poll() throws ChannelException {
    var events = new ArrayList<ChannelEvent>();
    boolean more = true;
    while (more) {
      var batch = channel.listen(settings(), cursor, server.context());
      events.addAll(batch.events());
      cursor = batch.cursor();
      more = batch.more();
    }
    return events;
  }

  private void site(String root) {
    server.on("/", 200, Map.of("Link", "<" + root + ">; rel=\"https://api.w.org/\""), "<html>");
    for (String posts : List.of(PAST_POSTS + 0, POSTS)) {
      server.on(target(root, "posts", posts), "[]");
    }
    comments(root, "[]");
  }

  private void comments(String root, String json) {
    for (String parameters : List.of(PAST_COMMENTS + 0, COMMENTS)) {
      server.on(target(root, "comments", parameters), json);
    }
  }

  private String target(String root, String what, String parameters) {
    String path = root.replace(server.url(""), "");
    return path + "wp/v2/" + what + (path.contains("?") ? "&" : "?") + parameters;
  }

  private static String comment(long id, String html) {
    return "{\"id\":"
        + id
        + ",\"post\":5,\"parent\":0,\"author\":0,\"author_name\":\"Mara\","
        + "\"date_gmt\":\"2026-11-22T10:00:00\",\"content\":{\"rendered\":\""
        + html
        + "\"}}";
  }

  @Test
  void listen_plainAddresses_useRestRoute() throws Exception {
    site(server.url("/?rest_route=/"));
    comments(server.url("/?rest_route=/"), "[" + comment(6, "<p>Hi</p>") + "]");

    var events = poll();

    assertThat(events).isNotEmpty();
    assertThat(server.asked).anyMatch(r -> r.target().startsWith("/?rest_route=/wp/v2/comments&"));
  }

  @Test
  void listen_missingComment_isDeletedOnlyIfTheSiteSaysSo() throws Exception {
    String root = server.url("/wp-json/");
    site(root);
    comments(root, "[" + comment(7, "b") + "," + comment(6, "a") + "]");
    poll();
    comments(root, "[" + comment(7, "b") + "]");
    server.on("/wp-json/wp/v2/comments/6", 500, Map.of(), "");

    var unsure = poll();
    server.on("/wp-json/wp/v2/comments/6", 404, Map.of(), "{}");
    var sure = poll();

    assertThat(unsure).isEmpty();
    assertThat(sure).containsExactly(new Deleted("comment:6"));
    assertThat(poll()).isEmpty();
  }

  private static String post(long id, String modified) {
    return "{\"id\":%d,\"modified_gmt\":\"%s\",\"content\":{\"rendered\":\"<p>Post</p>\"}}"
        .formatted(id, modified);
  }

  /// Posts come by the time of their change: an edited one hides nothing that stands behind it.
  @Test
  void listen_editedPostBeforeNewOnes_readsOn() throws Exception {
    String root = server.url("/wp-json/");
    site(root);
    server.on(target(root, "posts", POSTS), "[" + post(1, "2026-11-01T10:00:00") + "]");
    poll();
    var two = Map.of("X-WP-TotalPages", "2");
    server.on(target(root, "posts", POSTS), 200, two, "[" + post(1, "2026-11-22T10:00:00") + "]");
    server.on(
        target(root, "posts", POSTS.replace("page=1", "page=2")),
        200,
        two,
        "[" + post(2, "2026-11-21T10:00:00") + "]");

    assertThat(poll())
        .extracting(event -> ((ChannelEvent.Spoken) event).post().nativeId())
        .containsExactly("post:2", "post:1");
  }

  @Test
  void listen_noticeBeforeTheJson_isPassedOver() throws Exception {
    String root = server.url("/wp-json/");
    site(root);
    comments(root, "<br />Deprecated: x<br />\n[" + comment(6, "<p>Hi</p>") + "]");

    assertThat(poll()).isNotEmpty();
  }

  /// Between two pages six posts are deleted: the next begins ten before the end of the first.
  @Test
  void listen_deletionsWhileThePastIsRead_missNoPost() throws Exception {
    String root = server.url("/wp-json/");
    site(root);
    var all = Map.of("X-WP-Total", "60");
    server.on(target(root, "posts", PAST_POSTS + 0), 200, all, posts(1, 40));
    server.on(
        target(root, "posts", PAST_POSTS + 30), 200, Map.of("X-WP-Total", "54"), posts(37, 60));

    var heard = poll();

    assertThat(heard)
        .extracting(event -> ((ChannelEvent.Spoken) event).post().nativeId())
        .containsAll(IntStream.rangeClosed(1, 60).mapToObj(id -> "post:" + id).toList());
  }

  private static String posts(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(id -> "{\"id\":" + id + ",\"content\":{\"rendered\":\"Word\"}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void listen_passwordRefused_needsAPerson() {
    String root = server.url("/wp-json/");
    site(root);
    server.on(target(root, "posts", PAST_POSTS + 0), 401, Map.of(), "{}");

    var fault = catchThrowableOfType(ChannelException.class, this::poll);

    assertThat(fault.kind()).isEqualTo(ChannelException.Kind.DEAF_UNTIL_PERSON_ACTS);
    assertThat(fault).hasMessageContaining("application password");
  }

  @Test
  void listen_rootOnAnotherHost_neverGetsThePassword() throws Exception {
    server.on("/", 200, Map.of("Link", "<http://evil.example/>; rel=\"https://api.w.org/\""), "");
    server.on("/feed/", "<rss><channel/></rss>").on("/comments/feed/", "<rss><channel/></rss>");

    var batch = channel.listen(settings(), "", server.context());

    assertThat(batch.notes()).anyMatch(note -> note.contains("feeds are read instead"));
    assertThat(server.asked).noneMatch(r -> !r.header("Authorization").isEmpty());
  }

  @Test
  void reply_accepted_carriesParentAndKey() {
    site(server.url("/wp-json/"));
    server.on("/wp-json/wp/v2/users/me", "{\"id\":1}");
    server.on(
        "POST /wp-json/wp/v2/comments", 201, Map.of(), "{\"id\":9,\"link\":\"http://s/#c9\"}");

    var outcome = channel.reply(settings(), REPLY, server.context());

    assertThat(outcome).isEqualTo(new Outcome.Sent("comment:9", "http://s/#c9"));
    assertThat(server.asked.getLast().text()).contains("\"parent\":6", "\"post\":5", "k1");
  }

  @Test
  void reply_duplicate_isTheOneThatStandsThere() {
    site(server.url("/wp-json/"));
    server.on("/wp-json/wp/v2/users/me", "{\"id\":1}");
    server.on("POST /wp-json/wp/v2/comments", 409, Map.of(), "{\"code\":\"comment_duplicate\"}");
    String thread = "post=5&parent=6&per_page=100&orderby=id&order=desc";
    server.on("/wp-json/wp/v2/comments?" + thread + "&context=edit&status=all", 403, Map.of(), "");
    server.on(
        "/wp-json/wp/v2/comments?" + thread,
        "[{\"id\":9,\"author\":1,\"link\":\"l\",\"content\":{\"rendered\":\"<p>It’s “fine”…</p>\"}}]");

    var outcome = channel.reply(settings(), REPLY, server.context());

    assertThat(outcome).isEqualTo(new Outcome.Sent("comment:9", "l"));
  }

  /// What stands there is not known, and the site would take the same post twice.
  @Test
  void publish_lookUpFails_isRefusedAndNothingIsSent() {
    site(server.url("/wp-json/"));
    server.on("/wp-json/wp/v2/users/me", "{\"id\":1}");
    server.on(
        "/wp-json/wp/v2/posts?slug=oat-key1"
            + "&context=edit&status=publish,future,draft,pending,private",
        503,
        Map.of(),
        "");
    server.on("POST /wp-json/wp/v2/posts", 201, Map.of(), "{\"id\":9,\"link\":\"l\"}");

    var outcome =
        channel.publish(settings(), new Publication("key1", "Oat", "Oat.", ""), server.context());

    assertThat(outcome)
        .isEqualTo(new Outcome.Refused("The site answered with status 503. Nothing was sent."));
    assertThat(server.asked).noneMatch(asked -> asked.method().equals("POST"));
  }

  /// No "post=0" is asked for, which every thread would deny.
  @Test
  void lookUp_parentCannotBeRead_isUnknown() {
    site(server.url("/wp-json/"));
    server.on("/wp-json/wp/v2/comments/6", 503, Map.of(), "");
    var reply = new Reply("k1", "comment:6", "", "Fine", "");

    var outcome = channel.lookUp(settings(), reply, server.context());

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(server.asked).noneMatch(asked -> asked.target().contains("post=0"));
  }

  @Test
  void reply_faultAfterSending_isUnknown() {
    site(server.url("/wp-json/"));
    server.on("/wp-json/wp/v2/users/me", "{\"id\":1}");
    server.on("POST /wp-json/wp/v2/comments", 502, Map.of(), "");

    assertThat(channel.reply(settings(), REPLY, server.context()))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void reply_withoutPassword_isRefusedBeforeAnythingIsSent() {
    site(server.url("/wp-json/"));
    var bare = new SourceSettings(Map.of("url", server.url("/")), Map.of());

    var outcome = channel.reply(bare, REPLY, server.context());

    assertThat(((Outcome.Refused) outcome).why()).contains("needs a user name");
    assertThat(server.asked).noneMatch(r -> r.method().equals("POST"));
  }
}
