package org.wordborne.server.topic;

import java.util.List;

/// All topics of a workspace.
public record TopicsView(List<TopicView> topics) {}
