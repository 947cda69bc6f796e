package org.wordborne.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Forgetting;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.privacy.PrivacyDesk.RequestDraft;
import org.wordborne.server.privacy.PrivacyDesk.Whom;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// Every request that was written down can be closed, whatever happened meanwhile.
class RequestsEndTest {
  private static final Origin FORUM = new Origin(null, "Forum", "forum", "place", true);

  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn ines = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final PrivacyDesk desk = ServerFixture.bean(PrivacyDesk.class);

  @Test
  void close_objectionOfOneWhoIsOnTheList_isDone() throws Exception {
    UUID person = heard(" Anna Lind ");
    UUID asked = ask("objection", person);
    desk.block(ines, new Whom(person, null), "by phone");

    assertThat(desk.close(ines, asked, false, "").state()).isEqualTo("done");
  }

  @Test
  void close_objectionOfOneWhoWasLetGo_isDone() throws Exception {
    UUID person = heard("Anna Lind");
    UUID asked = ask("objection", person);
    let(person);

    assertThat(desk.close(ines, asked, false, "").state()).isEqualTo("done");
  }

  @Test
  void erase_nameWithBlanksAroundIt_isTypedWithoutThem() throws Exception {
    UUID asked = ask("erasure", heard(" Anna Lind "));

    assertThat(desk.erase(ines, asked, "Anna Lind").state()).isEqualTo("running");
  }

  @Test
  void isFollowed_muchIsSaidMeanwhile_waitsOnlyForWhatWasTakenBack() throws Exception {
    heard("Anna Lind");
    var forgetting = ServerFixture.bean(Forgetting.class);
    long takenBack = forgetting.newest(scope);

    // A number that nobody has read yet.
    ServerFixture.transactions()
        .run(scope, tx -> tx.sql("update mention_counter set seq = seq + 1000").update());

    assertThat(forgetting.isFollowed(scope, takenBack)).isTrue();
    assertThat(forgetting.isFollowed(scope)).isFalse();
  }

  private UUID ask(String kind, UUID person) {
    return desk.request(ines, new RequestDraft(kind, person, null, "signed in there")).id();
  }

  private void let(UUID person) {
    ServerFixture.transactions()
        .run(
            scope,
            tx -> {
              tx.sql("delete from handle where person_id = ?").param(person).update();
              tx.sql("delete from person where id = ?").param(person).update();
            });
  }

  private UUID heard(String name) throws InterruptedException {
    var post =
        new Post(
            "p1",
            "My lantern leaks.",
            "forum",
            "",
            "",
            new Post.Author("anna", name, "", 3),
            Instant.now().minus(Duration.ofMinutes(4)),
            "en",
            "",
            "",
            Post.Engagement.NONE,
            List.of(),
            List.of());
    ServerFixture.bean(Ingest.class).keep(scope, FORUM, List.of(Spoken.of(post)));
    Instant until = Instant.now().plusSeconds(60);
    while (!ServerFixture.bean(Forgetting.class).isFollowed(scope)) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(50);
    }
    return ServerFixture.transactions()
        .in(scope, tx -> tx.sql("select id from person").query(UUID.class).single());
  }
}
