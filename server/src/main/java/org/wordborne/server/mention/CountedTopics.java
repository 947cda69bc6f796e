package org.wordborne.server.mention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.index.MentionFilters;
import org.wordborne.server.mention.index.MentionOrder;
import org.wordborne.server.mention.index.MentionQuestion;
import org.wordborne.server.topic.TopicFigures;
import org.wordborne.server.workspace.Scope;

/// Counts how much each topic is talked about.
@Component
class CountedTopics implements TopicFigures {
  private static final Duration WEEK = Duration.ofDays(7);

  private final MentionSearch search;
  private final InstantSource clock;

  CountedTopics(MentionSearch search, InstantSource clock) {
    this.search = search;
    this.clock = clock;
  }

  @Override
  public Map<UUID, Figures> of(Scope scope, Collection<UUID> topics) {
    var figures = new HashMap<UUID, Figures>();
    topics.forEach(topic -> figures.put(topic, of(scope, topic)));
    return figures;
  }

  private Figures of(Scope scope, UUID topic) {
    var filters = MentionFilters.USUAL.withTopics(Set.of(topic.toString()));
    Instant now = clock.instant();
    var week = new MentionQuestion(null, filters.between(now.minus(WEEK), null));
    var ever = new MentionQuestion(null, filters);
    var last = search.mentions(scope, ever, MentionOrder.NEWEST, null, 1).mentions();
    return new Figures(
        search.count(scope, week),
        search.people(scope, week),
        last.isEmpty() ? null : last.getFirst().heardAt());
  }
}
