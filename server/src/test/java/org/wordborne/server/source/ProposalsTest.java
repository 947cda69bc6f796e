package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.JsonNode;

/// A blog that nobody configured, linked by a word that is heard.
class ProposalsTest {
  private static final String PROPOSALS = "/api/v1/sources/proposals";

  private final Scope scope = ServerFixture.defaultScope();
  private final String home = word() + ".example";
  private final Blog blog = new Blog(ServerFixture.allowedPort());

  @BeforeEach
  void nameTheBrand() {
    var brand =
        Map.of(
            "name",
            "Test",
            "brand",
            "Lantern",
            "names",
            List.of(),
            "place",
            "Alderwick",
            "notConfused",
            List.of(),
            "homes",
            List.of("https://www." + home + "/"));
    var saved = ServerFixture.put("/api/v1/workspace", brand);
    assertThat(saved.json().path("homes").path(0).asString()).isEqualTo(home);
  }

  @AfterEach
  void stop() {
    blog.stop();
  }

  @Test
  void link_toAPageThatLinksHome_isProposedWithItsEvidence() {
    blog.page("/one", "<p>I read <a href='https://" + home + "/visit'>their page</a> twice.</p>");

    UUID mention = heard("Edda writes about it: " + blog.url("/one") + ".");

    var proposal = proposal();
    assertThat(proposal.path("title").asString()).isEqualTo("Saltmarsh");
    assertThat(proposal.path("people").asLong()).isEqualTo(1);
    var evidence = proposal.path("evidence");
    assertThat(evidence.path(0).path("kind").asString()).isEqualTo("links-to-you");
    assertThat(evidence.path(0).path("text").asString()).isEqualTo("I read their page twice.");
    assertThat(evidence.path(1).path("kind").asString()).isEqualTo("linked-by");
    assertThat(evidence.path(1).path("mentionId").asString()).isEqualTo(mention.toString());
    assertThat(ServerFixture.get("/api/v1/status").json().path("counts").path("proposals").asLong())
        .isPositive();
  }

  @Test
  void accept_twiceAtOnce_addsOneSourceThatIsAskedAtOnce() throws Exception {
    blog.page("/one", "<p>The Lantern in Alderwick.</p>");
    heard("Edda writes about the ramp again: " + blog.url("/one"));
    String accept = PROPOSALS + "/" + proposal().path("id").asString() + "/accept";
    var statuses = new CopyOnWriteArrayList<Integer>();

    try (var people = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        people.submit(
            () ->
                statuses.add(
                    ServerFixture.post(accept, Map.of("everything", true, "name", word()))
                        .status()));
      }
    }

    assertThat(statuses).hasSize(8).containsOnlyOnce(201).contains(409);
    var source =
        await(() -> source("127.0.0.1:" + blog.port), one -> one.path("words24").asInt() > 0);
    assertThat(source.path("kind").asString()).isEqualTo("feed");
    assertThat(open()).isEmpty();
  }

  @Test
  void accept_kindThatIsNotThere_isRefusedByName() {
    blog.page("/one", "<p>The Lantern in Alderwick.</p>");
    heard("Edda writes about the ramp again: " + blog.url("/one"));

    var answer =
        ServerFixture.post(
            PROPOSALS + "/" + proposal().path("id").asString() + "/accept",
            Map.of("kind", "wordpress"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("kind");
  }

  @Test
  void decline_always_isNeverProposedAgain() {
    blog.page("/one", "<p>The Lantern in Alderwick.</p>");
    heard("Edda writes about the ramp again: " + blog.url("/one"));
    String decline = PROPOSALS + "/" + proposal().path("id").asString() + "/decline";

    var told = ServerFixture.post(decline, Map.of("always", true));

    assertThat(told.json().path("state").asString()).isEqualTo("never");
    assertThat(open()).isEmpty();
    assertThat(ServerFixture.post(decline, Map.of("always", false)).status()).isEqualTo(409);
    blog.page("/two", "<p>The Lantern in Alderwick.</p>");
    heard("Edda has written once more: " + blog.url("/two"));
    stillUnread("/two");
  }

  @Test
  void link_closedByRobots_isNotRead() throws Exception {
    blog.robots = "User-agent: *\nDisallow: /private";
    blog.page("/private", "<p>The Lantern in Alderwick.</p>");

    heard("Edda writes about the ramp again: " + blog.url("/private"));

    await(() -> state("/private"), "closed"::equals);
    assertThat(blog.asked).containsExactly("/robots.txt");
  }

  @Test
  void link_thatLeadsElsewhere_asksNobodyThereYet() throws Exception {
    var other = new Blog(ServerFixture.allowedPort());
    try {
      blog.redirects.put("/short", "/longer");
      blog.redirects.put("/longer", other.url("/far"));
      other.page("/far", "<p>The Lantern in Alderwick.</p>");
      other.robots = "User-agent: *\nDisallow: /";

      heard("Edda writes about the ramp again: " + blog.url("/short"));

      await(() -> state("/short"), "read"::equals);
      await(() -> state(other.url("/far")), "closed"::equals);
      assertThat(other.asked).containsExactly("/robots.txt");
    } finally {
      other.stop();
    }
  }

  @Test
  void link_thatLeadsHome_isNotFollowed() throws Exception {
    blog.redirects.put("/short", "https://" + home + "/menu");

    heard("Edda writes about the ramp again: " + blog.url("/short"));

    await(() -> state("/short"), "read"::equals);
    assertThat(state("https://" + home + "/menu")).isEmpty();
  }

  @Test
  void link_secondPageOfAHost_waitsItsMinute() throws Exception {
    blog.page("/one", "<p>Of something else.</p>");
    blog.page("/two", "<p>The Lantern in Alderwick.</p>");

    heard(
        "Edda writes about the ramp: " + blog.url("/one") + " and about cake: " + blog.url("/two"));

    await(() -> state("/one") + state("/two"), "readwaiting"::equals);
    Thread.sleep(2_500);
    assertThat(blog.asked).containsExactly("/robots.txt", "/one");
  }

  @Test
  void link_ofADeletedWord_isForgotten() {
    UUID mention = heard("Edda writes about the ramp again: " + blog.url("/one"));
    await(() -> said(mention), n -> n == 1);

    deleted(mention);

    await(() -> said(mention), left -> left == 0);
  }

  private UUID heard(String text) {
    String id = word();
    var post =
        Post.of(id, text)
            .withUrl("https://forum.example/" + id)
            .withAuthor(new Post.Author("woodlark", "Woodlark", "", 60));
    var origin = new Origin(null, "", "forum", "", true);
    ServerFixture.bean(Ingest.class).keep(scope, origin, List.of(Incoming.Spoken.of(post)));
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql("select id from mention where native_id = ?")
                    .param(id)
                    .query(UUID.class)
                    .single());
  }

  private void deleted(UUID mention) {
    String id =
        ServerFixture.transactions()
            .in(
                scope,
                tx ->
                    tx.sql("select native_id from mention where id = ?")
                        .param(mention)
                        .query(String.class)
                        .single());
    var origin = new Origin(null, "", "forum", "", true);
    ServerFixture.bean(Ingest.class).keep(scope, origin, List.of(new Incoming.TakenBack(id)));
  }

  private long said(UUID mention) {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql("select count(*) from link_said where mention_id = ?")
                    .param(mention)
                    .query(Long.class)
                    .single());
  }

  private String state(String path) {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql("select state from link_seen where url = ?")
                    .param(path.startsWith("/") ? blog.url(path) : path)
                    .query(String.class)
                    .optional()
                    .orElse(""));
  }

  private void stillUnread(String path) {
    await(() -> state(path), "waiting"::equals);
    assertThat(blog.asked).doesNotContain(path);
  }

  private List<JsonNode> open() {
    var found = new java.util.ArrayList<JsonNode>();
    for (JsonNode one : ServerFixture.get(PROPOSALS).json().path("proposals")) {
      if (one.path("host").asString().equals("127.0.0.1:" + blog.port)) {
        found.add(one);
      }
    }
    return found;
  }

  private JsonNode proposal() {
    return await(this::open, found -> !found.isEmpty()).getFirst();
  }

  private static JsonNode source(String host) {
    for (JsonNode one : ServerFixture.get("/api/v1/sources").json().path("sources")) {
      if (one.path("detail").asString("").contains(host)) {
        return one;
      }
    }
    throw new AssertionError("no source at " + host);
  }

  private static <T> T await(Supplier<T> value, Predicate<T> wanted) {
    long end = System.nanoTime() + 20_000_000_000L;
    T last = value.get();
    while (!wanted.test(last)) {
      assertThat(System.nanoTime()).as("still " + last + " after 20 s").isLessThan(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      last = value.get();
    }
    return last;
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  /// A blog with a feed, its rules, and a list of what it was asked for.
  private static final class Blog {
    final int port;
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, String> redirects = new ConcurrentHashMap<>();
    volatile String robots = "";
    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    Blog(int port) {
      this.port = port;
      try {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (redirects.containsKey(path)) {
              exchange.getResponseHeaders().set("Location", redirects.get(path));
              exchange.sendResponseHeaders(302, -1);
              exchange.close();
              return;
            }
            String body = path.equals("/robots.txt") ? robots : pages.getOrDefault(path, "");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String type = path.equals("/feed") ? "application/rss+xml" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, Math.max(1, bytes.length));
            exchange.getResponseBody().write(body.isEmpty() ? new byte[1] : bytes);
            exchange.close();
          });
      page("/feed", "");
      pages.put(
          "/feed",
          "<rss version=\"2.0\"><channel><title>Saltmarsh</title><item><guid>1</guid>"
              + "<description>Low water.</description></item></channel></rss>");
      server.start();
    }

    void page(String path, String body) {
      pages.put(
          path,
          "<html><head><title>One</title><link rel=alternate type=application/rss+xml"
              + " title=Saltmarsh href=/feed></head><body>"
              + body
              + "</body></html>");
    }

    String url(String path) {
      return "http://127.0.0.1:" + port + path;
    }

    void stop() {
      server.stop(0);
    }
  }
}
