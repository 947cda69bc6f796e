package org.wordborne.server.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.server.topic.TopicMatcher.Manner;
import org.wordborne.server.topic.TopicMatcher.Placement;

class TopicMatcherTest {
  private static final Manner PLAIN = new Manner(false, false, false);

  @ParameterizedTest
  @EnumSource
  void preset_query_isRead(Preset preset) {
    if (!preset.query().isEmpty()) {
      assertThatCode(() -> Query.parse(preset.query())).doesNotThrowAnyException();
    }
  }

  @Test
  void place_matchingPost_isOfTheTopic() {
    var topic = topic("lantern", List.of(), List.of());
    var matcher = TopicMatcher.of(List.of(topic));

    var placed = place(matcher, "The Lantern is open", PLAIN);

    assertThat(placed).isEqualTo(new Placement(java.util.Set.of(topic.id()), false, false));
  }

  @Test
  void place_neverCollectedJob_isOfNoTopic() {
    var matcher = TopicMatcher.of(List.of(topic("lantern", List.of("jobs"), List.of())));

    var placed = place(matcher, "Lantern is hiring, apply now", PLAIN);

    assertThat(placed.never()).isTrue();
    assertThat(placed.topics()).isEmpty();
  }

  @Test
  void place_hiddenByOneTopicOnly_isShown() {
    var hiding = topic("lantern", List.of(), List.of("spam"));
    var showing = topic("cafe", List.of(), List.of());
    var matcher = TopicMatcher.of(List.of(hiding, showing));
    var spam = new Manner(false, false, true);

    assertThat(place(matcher, "lantern", spam).hidden()).isTrue();
    assertThat(place(matcher, "lantern cafe", spam).hidden()).isFalse();
  }

  @Test
  void replace_removedTopic_matchesNoMore() {
    var matcher = TopicMatcher.of(List.of(topic("lantern", List.of(), List.of())));

    matcher.replace(List.of());

    assertThat(place(matcher, "lantern", PLAIN).topics()).isEmpty();
  }

  private static Placement place(TopicMatcher matcher, String text, Manner manner) {
    var matched = matcher.queries().match(Post.of("1", text), Judgements.NONE);
    return matcher.place(matched, manner);
  }

  private static Topic topic(String query, List<String> never, List<String> hide) {
    return new Topic(UUID.randomUUID(), query, query, never, hide, 1, Instant.EPOCH);
  }
}
