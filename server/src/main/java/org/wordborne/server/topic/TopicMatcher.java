package org.wordborne.server.topic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.query.StandingQueries;

/// The compiled topics of one workspace: which a post is about, and whether it is kept and shown.
///
/// Safe for use by many threads, also while topics change.
public final class TopicMatcher {
  private static final String PRESET = "preset:";
  private static final String TOPIC = "topic:";

  private final StandingQueries queries = new StandingQueries();
  private final Map<UUID, Query> compiled = new ConcurrentHashMap<>();
  private volatile Map<String, Topic> topics = Map.of();
  private volatile int generation;

  private TopicMatcher() {
    for (Preset preset : Preset.values()) {
      if (!preset.query().isEmpty()) {
        queries.register(PRESET + preset.word(), compiled(preset));
      }
    }
  }

  /// Compiles topics. One whose query is wrong matches nothing.
  public static TopicMatcher of(List<Topic> topics) {
    var matcher = new TopicMatcher();
    matcher.replace(topics);
    return matcher;
  }

  /// The query of a preset that has one.
  public static Query compiled(Preset preset) {
    try {
      return Query.parse(preset.query());
    } catch (QueryException e) {
      throw new IllegalStateException("Preset " + preset.word() + ": " + e.reason(), e);
    }
  }

  /// What a post concerns.
  ///
  /// @param topics the topics it is about
  /// @param never whether it is about topics which all say that such a post is never collected
  /// @param hidden whether every topic it is about hides it
  public record Placement(Set<UUID> topics, boolean never, boolean hidden) {}

  /// What presets ask of a post beside its words.
  public record Manner(boolean own, boolean bareRepost, boolean spam) {}

  /// The queries to match posts with; their ids mean something to [#place] only.
  public StandingQueries queries() {
    return queries;
  }

  /// Counts up whenever the topics change.
  public int generation() {
    return generation;
  }

  /// Whether there is no topic at all.
  public boolean isEmpty() {
    return topics.isEmpty();
  }

  /// The topics by id.
  public Map<UUID, Topic> topics() {
    var byId = new LinkedHashMap<UUID, Topic>();
    topics.values().forEach(topic -> byId.put(topic.id(), topic));
    return byId;
  }

  /// The compiled query of a topic, if there is such a topic and its query is right.
  public Optional<Query> query(UUID topic) {
    return Optional.ofNullable(compiled.get(topic));
  }

  /// Judges a post by the ids of the queries that matched it.
  public Placement place(Collection<String> matched, Manner manner) {
    var wanted = new LinkedHashSet<UUID>();
    boolean never = false;
    boolean shown = false;
    for (String id : matched) {
      Topic topic = topics.get(id);
      if (topic == null) {
        continue;
      }
      if (any(topic.never(), matched, manner)) {
        never = true;
        continue;
      }
      wanted.add(topic.id());
      shown |= !any(topic.hide(), matched, manner);
    }
    return new Placement(wanted, never && wanted.isEmpty(), !wanted.isEmpty() && !shown);
  }

  /// Whether one of the presets holds.
  public static boolean any(List<String> presets, Collection<String> matched, Manner manner) {
    return presets.stream().anyMatch(preset -> holds(preset, matched, manner));
  }

  /// Whether a preset holds.
  public static boolean holds(String preset, Collection<String> matched, Manner manner) {
    return switch (preset) {
      case "own" -> manner.own();
      case "reposts" -> manner.bareRepost();
      case "spam" -> manner.spam();
      default -> matched.contains(PRESET + preset);
    };
  }

  /// Takes what is saved now; posts being matched meanwhile see the old or the new.
  synchronized void replace(List<Topic> saved) {
    var before = topics;
    var after = new LinkedHashMap<String, Topic>();
    for (Topic topic : saved) {
      after.put(TOPIC + topic.id(), topic);
    }
    topics = after;
    for (Topic topic : saved) {
      Topic old = before.get(TOPIC + topic.id());
      if (old == null || !old.query().equals(topic.query())) {
        register(topic);
      }
    }
    for (var old : before.entrySet()) {
      if (!after.containsKey(old.getKey())) {
        queries.remove(old.getKey());
        compiled.remove(old.getValue().id());
      }
    }
    generation++;
  }

  private void register(Topic topic) {
    String id = TOPIC + topic.id();
    try {
      Query query = Query.parse(topic.query());
      queries.register(id, query);
      compiled.put(topic.id(), query);
    } catch (QueryException e) {
      // A query that a later version no longer reads: the topic rests, and its view says why.
      queries.remove(id);
      compiled.remove(topic.id());
    }
  }
}
