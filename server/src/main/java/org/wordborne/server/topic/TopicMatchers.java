package org.wordborne.server.topic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;

/// The compiled topics of each workspace, always those that are saved.
@Component
public class TopicMatchers {
  private final Topics topics;
  private final Map<WorkspaceId, TopicMatcher> matchers = new ConcurrentHashMap<>();

  TopicMatchers(Topics topics) {
    this.topics = topics;
  }

  /// The compiled topics of a workspace.
  public TopicMatcher of(WorkspaceId workspace) {
    return matchers.computeIfAbsent(workspace, key -> TopicMatcher.of(topics.all(Scope.of(key))));
  }

  /// Before anybody else who hears of it: they look here. Topics are read inside the map's own
  /// lock: of two that are saved at once, the later reading is the later one to be taken.
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void topicsChanged(TopicSaved saved) {
    matchers.computeIfPresent(
        saved.workspace(),
        (workspace, matcher) -> {
          matcher.replace(topics.all(Scope.of(workspace)));
          return matcher;
        });
  }
}
