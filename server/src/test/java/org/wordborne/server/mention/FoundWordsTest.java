package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Scope;

/// What is kept is found, corrected, and matched anew.
class FoundWordsTest {
  private final Scope scope = ServerFixture.freshScope();
  private final Ingest ingest = ServerFixture.bean(Ingest.class);
  private final MentionSearch search = ServerFixture.bean(MentionSearch.class);
  private final CorrectionDesk desk = ServerFixture.bean(CorrectionDesk.class);

  @Test
  void page_ofAQuery_marksItsWordsAndCounts() throws Exception {
    keep("1", "The lantern is open");
    keep("2", "The market is open");

    var page = page("lantern");

    assertThat(page.total()).isEqualTo(1);
    assertThat(page.mentions().getFirst().marks()).containsExactly(new MentionView.MarkView(4, 11));
  }

  @Test
  void correct_sentiment_isFoundByIt_andTakenBack() throws Exception {
    var id = keep("1", "The lantern is open");

    desk.correct(scope, id, new Corrections("negative", null, null, null));

    assertThat(page("sentiment:negative").total()).isEqualTo(1);
    assertThat(page("").mentions().getFirst().understanding().corrected())
        .containsExactly("sentiment");
    assertThat(desk.summary(scope).count()).isEqualTo(1);
    desk.withdraw(scope, id);
    assertThat(page("sentiment:negative").total()).isZero();
    assertThat(desk.summary(scope).count()).isZero();
  }

  @Test
  void topic_savedLater_isMatchedAgainstWhatIsStored() throws Exception {
    keep("1", "The lantern is open");
    var topics = ServerFixture.bean(Topics.class);

    topics.create(scope, new TopicDraft("Ours", "lantern", List.of(), List.of()));

    await(() -> page("topic:ours").total() == 1);
  }

  @Test
  void correct_whatATopicAsksFor_movesItThereAtOnce() throws Exception {
    var topics = ServerFixture.bean(Topics.class);
    topics.create(scope, new TopicDraft("Sour", "sentiment:negative", List.of(), List.of()));
    var id = keep("1", "The lantern is open");

    desk.correct(scope, id, new Corrections("negative", null, null, null));
    long sour = page("topic:sour").total();
    desk.withdraw(scope, id);

    assertThat(sour).isEqualTo(1);
    assertThat(page("topic:sour").total()).isZero();
  }

  @Test
  void alike_nearCopies_areCounted() throws Exception {
    var text = "They say the lantern café on the corner closes for good after new year";
    keep("1", text);
    keep("2", text + "!");
    keep("3", "Who has seen my bicycle near the station this morning, it is red");

    var page = page("lantern");

    assertThat(page.mentions()).extracting(MentionView::nearCopies).containsOnly(1);
  }

  private MentionsView page(String query) throws InterruptedException {
    search.awaitFresh(scope, Duration.ofSeconds(20));
    return search.page(scope, MentionAsk.everything(query), null, 10);
  }

  private UUID keep(String id, String text) {
    ingest.keep(scope, Origin.imported(true), List.of(Spoken.of(Post.of(id, text))));
    var mentions = ServerFixture.bean(Mentions.class);
    return ServerFixture.transactions()
        .in(scope, tx -> mentions.byNativeIds(tx, "import", "", List.of(id)))
        .get(id);
  }

  private interface Condition {
    boolean holds() throws InterruptedException;
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.holds() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(condition.holds()).isTrue();
  }
}
