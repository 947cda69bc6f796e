package org.wordborne.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Forgetting;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Kept;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.person.PersonTraces;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.personal.ForgottenLog;

/// A made person with strings of their own in every place where something can be kept of them;
/// once they are forgotten none of those strings is anywhere.
class ForgottenPersonTest {
  private static final Origin FORUM = new Origin(null, "Forum", "forum", "place", true);
  private static final AtomicInteger LIVES = new AtomicInteger();

  private final String canary = "Zuvexaquilbo" + (char) ('a' + LIVES.getAndIncrement());
  private final String mail = canary.toLowerCase(Locale.ROOT) + "@example.org";
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn ines = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final PrivacyDesk desk = ServerFixture.bean(PrivacyDesk.class);
  private final ErasureClock clock = ServerFixture.bean(ErasureClock.class);

  @Test
  void erase_personEverywhere_leavesNoneOfTheirStrings() throws Exception {
    UUID person = live();
    assertThat(rows()).hasSizeGreaterThan(8);
    assertThat(indexHolds()).isTrue();
    assertThat(desk.holding(scope, new PrivacyDesk.Whom(person, mail)).places())
        .extracting(Custodians.HeldThere::place)
        .contains("mentions", "people", "conversations", "deliveries", "links", "wishes", "rights");

    erase(person);

    assertThat(rows()).isEmpty();
    assertThat(indexHolds()).isFalse();
    assertThat(files()).isEmpty();
    assertThat(desk.requests(scope))
        .allSatisfy(
            one -> {
              assertThat(one.about()).isEmpty();
              assertThat(one.state()).isEqualTo("done");
            });
  }

  @Test
  void erase_person_dropsWhatTheyPostFromThenOn() throws Exception {
    erase(live());

    Kept again = hear(theirs("q1", ""));
    Kept other = hear(post("o9", "Bystander", "Something else", ""));

    assertThat(again).isEqualTo(new Kept(0, 0, 0, 0, 0, 1));
    assertThat(other.fresh()).isEqualTo(1);
  }

  @Test
  void erase_whileTheyGoOnPosting_leavesNothing() throws Exception {
    UUID person = live();

    try (var network = Executors.newVirtualThreadPerTaskExecutor()) {
      var posts = new ArrayList<Future<Kept>>();
      for (int i = 0; i < 20; i++) {
        String id = "r" + i;
        posts.add(network.submit(() -> hear(theirs(id, ""))));
      }
      erase(person);
      for (Future<Kept> post : posts) {
        post.get(60, TimeUnit.SECONDS);
      }
    }

    assertThat(rows()).isEmpty();
    assertThat(indexHolds()).isFalse();
  }

  @Test
  void erase_person_leavesWhatOthersSaidInOneThread() throws Exception {
    erase(live());

    long threads =
        count(
            "select count(distinct thread_id) from spoken where mention_id is not null"
                + " and not deleted");
    long kept = count("select count(*) from mention where text like 'I agree%'");

    assertThat(threads).isEqualTo(1);
    assertThat(kept).isEqualTo(2);
  }

  @Test
  void erase_personNamedInACrisis_takesTheNameAndLeavesTheDecision() throws Exception {
    UUID person = live();
    decided("We call " + canary + " Name back tomorrow.");

    erase(person);

    assertThat(scalar("select text from crisis_decision", String.class))
        .isEqualTo("We call … back tomorrow.");
  }

  @Test
  void erase_person_leavesNoKeptAnswer() throws Exception {
    UUID person = live();
    answered();

    erase(person);

    assertThat(count("select count(*) from act_key")).isEqualTo(1);
    assertThat(count("select count(*) from act_key where answer is not null")).isZero();
  }

  private void answered() {
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql(
                        """
                        insert into act_key (workspace_id, who, key, act, fingerprint, path, at,
                          status, answer)
                        values (?, 'x', 'k', gen_random_uuid(), 'x', '/x', now(), 200, '\\x00')""")
                    .param(scope.workspace().value())
                    .update());
  }

  private void decided(String text) {
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql(
                        """
                        insert into crisis_decision (workspace_id, id, room_id, text)
                        values (?, gen_random_uuid(), gen_random_uuid(), ?)""")
                    .params(scope.workspace().value(), text)
                    .update());
  }

  @Test
  void erase_typedWrong_erasesNothing() throws Exception {
    UUID person = live();
    UUID request = request("erasure", person);

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> desk.erase(ines, request, "Zuvex"))
        .hasMessageContaining("Type");
    assertThat(rows()).isNotEmpty();
  }

  @Test
  void apply_olderDatabase_forgetsAgain() throws Exception {
    UUID person = live();
    var handles = transaction(List.of(person));
    var log = ServerFixture.bean(ForgottenLog.class);
    log.append(
        ServerFixture.bean(SubjectMarks.class)
            .lines(
                scope,
                ServerFixture.transactions()
                    .in(
                        scope,
                        tx ->
                            ServerFixture.bean(SubjectFinder.class)
                                .find(tx, List.of(person), List.of(mail)))));
    assertThat(handles).isNotEmpty();

    ServerFixture.bean(ForgottenStart.class).apply(scope.workspace());
    settle();

    assertThat(rows()).isEmpty();
    assertThat(hear(theirs("q2", "")).forgotten()).isEqualTo(1);
  }

  @Test
  void apply_olderDatabaseThatNobodyFollowedYet_forgetsAgain() throws Exception {
    live();
    UUID handle = scalar("select handle from mention where native_id like 'a1%'", UUID.class);
    UUID person = scalar("select person_id from spoken where native_id like 'a1%'", UUID.class);
    log(person);
    ServerFixture.transactions()
        .run(scope, tx -> tx.sql("delete from handle where id = ?").param(handle).update());

    ServerFixture.bean(ForgottenStart.class).apply(scope.workspace());
    settle();

    assertThat(count("select count(*) from mention where author_name ilike 'zuvex%'")).isZero();
  }

  private void log(UUID person) {
    ServerFixture.bean(ForgottenLog.class)
        .append(
            ServerFixture.bean(SubjectMarks.class)
                .lines(
                    scope,
                    ServerFixture.transactions()
                        .in(
                            scope,
                            tx ->
                                ServerFixture.bean(SubjectFinder.class)
                                    .find(tx, List.of(person), List.of()))));
  }

  private List<UUID> transaction(List<UUID> people) {
    return ServerFixture.transactions()
        .in(scope, tx -> ServerFixture.bean(PersonTraces.class).handles(tx, people));
  }

  /* Who speaks, is answered, is noted about, links, wishes and gets a letter. */
  private UUID live() throws Exception {
    hear(
        theirs("a1", ""),
        post("a2", "Bystander", "I agree with all of it", "a1"),
        post("a3", "Another", "I agree too", "a2"),
        theirs("a4", "a3"));
    followed();
    UUID person = scalar("select person_id from spoken where native_id like 'a1%'", UUID.class);
    UUID mention = scalar("select mention_id from spoken where native_id like 'a1%'", UUID.class);
    UUID conversation = scalar("select id from conversation limit 1", UUID.class);
    var ids = ServerFixture.bean(Ids.class);
    var box = ServerFixture.bean(SecretBox.class);
    UUID wish = ids.next();
    UUID reply = ids.next();
    UUID workspace = scope.workspace().value();
    var now = Timestamp.from(Instant.now());
    ServerFixture.transactions()
        .run(
            scope,
            tx -> {
              tx.sql(
                      """
                      insert into conversation_act (workspace_id, id, conversation_id, at,
                        person_name, deed, text) values (?, ?, ?, ?, 'Ines', 'note', ?)""")
                  .params(workspace, ids.next(), conversation, now, "Call " + canary + " back")
                  .update();
              tx.sql(
                      """
                      insert into reply (workspace_id, id, conversation_id, mention_id, key, text,
                        person_name, signed_as, state, place, in_reply_to, thread_root, planned_at,
                        send_at)
                      values (?, ?, ?, ?, 'k', ?, 'Ines', 'Ines', 'sent', 'forum/place', ?, ?, ?, ?)""")
                  .params(workspace, reply, conversation, mention, "Dear " + canary)
                  .params("a1" + canary, "a1" + canary, now, now)
                  .update();
              tx.sql(
                      """
                      insert into reply_decision (workspace_id, id, reply_id, person_name, text,
                        sha256, at) values (?, ?, ?, 'Ines', ?, 'x', ?)""")
                  .params(workspace, ids.next(), reply, "Dear " + canary, now)
                  .update();
              tx.sql(
                      """
                      insert into wish (workspace_id, id, number, text, state, contact, posted_at,
                        posted_from, contact_mark, aside, language)
                      values (?, ?, 1, ?, 'heard', ?, ?, 'x', ?, false, 'en')""")
                  .params(workspace, wish, canary + " wants a lantern", box.seal(wish, mail), now)
                  .param(box.mark(workspace, "an older way to write " + mail))
                  .update();
              tx.sql(
                      """
                      insert into rights_ask (workspace_id, id, mention_id, uses, until, link_id,
                        asked_name, asked_at, terms_hash, state, granted, credit)
                      values (?, ?, ?, '{site}', '2031-01-01', ?, 'Ines', ?, 'x', 'granted',
                        '{site}', ?)""")
                  .params(workspace, ids.next(), mention, ids.next(), now, canary)
                  .update();
              tx.sql(
                      """
                      insert into delivery (workspace_id, id, kind, key, to_text, subject, body,
                        state, made_at, next_at)
                      values (?, ?, 'mail', 'k2', ?, ?, '', 'sent', ?, ?)""")
                  .params(workspace, ids.next(), mail, canary, now, now)
                  .update();
            });
    return person;
  }

  private Spoken theirs(String id, String parent) {
    var post =
        new Post(
            id + canary,
            "My lantern leaks, says " + canary + "text. Why? https://" + canary + ".example/page",
            "forum",
            "https://forum.example/@" + canary + "/" + id,
            canary + " title",
            new Post.Author(
                canary + "id", canary + " Name", "https://forum.example/@" + canary, 40),
            Instant.now().minus(Duration.ofMinutes(5)),
            "en",
            parent.isEmpty() ? "" : parent,
            "",
            Post.Engagement.NONE,
            List.of("https://" + canary + ".example/page"),
            List.of(new Post.Media("image", "https://media.example/" + canary + ".png", canary)));
    return new Spoken(post, "<p>My lantern <b>" + canary + "</b></p>", "");
  }

  private Spoken post(String id, String author, String text, String parent) {
    var post =
        new Post(
            id,
            text,
            "forum",
            "",
            "",
            new Post.Author(author, author, "", 3),
            Instant.now().minus(Duration.ofMinutes(4)),
            "en",
            parent.equals("a1") ? "a1" + canary : parent,
            "",
            Post.Engagement.NONE,
            List.of(),
            List.of());
    return Spoken.of(post);
  }

  private Kept hear(Incoming... posts) {
    return ServerFixture.bean(Ingest.class).keep(scope, FORUM, List.of(posts));
  }

  private UUID request(String kind, UUID person) {
    return desk.request(
            ines, new PrivacyDesk.RequestDraft(kind, person, mail, "signed in as " + canary))
        .id();
  }

  private void erase(UUID person) throws InterruptedException {
    request("access", person);
    UUID request = request("erasure", person);
    desk.erase(ines, request, desk.get(scope, request).about());
    settle();
  }

  private void settle() throws InterruptedException {
    Instant until = Instant.now().plusSeconds(60);
    while (desk.requests(scope).stream().anyMatch(one -> one.state().equals("running"))) {
      assertThat(Instant.now()).isBefore(until);
      clock.look(scope.workspace());
      Thread.sleep(50);
    }
  }

  private void followed() throws InterruptedException {
    Instant until = Instant.now().plusSeconds(60);
    while (!ServerFixture.bean(Forgetting.class).isFollowed(scope)) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(50);
    }
  }

  /// Tables that hold one of their strings, in any column.
  private List<String> rows() {
    return ServerFixture.transactions()
        .in(
            scope,
            tx -> {
              List<String> tables =
                  tx.sql(
                          """
                          select relname from pg_class
                          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and not relispartition and relname <> 'flyway_schema_history'""")
                      .query(String.class)
                      .list();
              var found = new ArrayList<String>();
              for (String table : tables) {
                long here =
                    tx.sql("select count(*) from %s t where t::text ilike ?".formatted(table))
                        .param("%" + canary + "%")
                        .query(Long.class)
                        .single();
                if (here > 0) {
                  found.add(table);
                }
              }
              return found;
            });
  }

  private boolean indexHolds() throws IOException {
    ServerFixture.bean(Forgetting.class).expunge(scope);
    return holding(data().resolve("index").resolve(scope.workspace().toString()))
        .findAny()
        .isPresent();
  }

  /// Files of the data folder that hold one of their strings; the database's own are said in
  /// docs/privacy.md.
  private List<Path> files() throws IOException {
    return holding(data()).filter(file -> !file.startsWith(data().resolve("database"))).toList();
  }

  private Stream<Path> holding(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(data().resolve("database")))
          .filter(this::holds)
          .toList()
          .stream();
    }
  }

  private boolean holds(Path file) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.toLowerCase(Locale.ROOT).contains(canary.toLowerCase(Locale.ROOT));
    } catch (IOException gone) {
      return false;
    }
  }

  private static Path data() {
    return ServerFixture.bean(ServerProperties.class).data().root();
  }

  private long count(String sql) {
    return scalar(sql, Long.class);
  }

  private <T> T scalar(String sql, Class<T> type) {
    return ServerFixture.transactions().in(scope, tx -> tx.sql(sql).query(type).single());
  }
}
