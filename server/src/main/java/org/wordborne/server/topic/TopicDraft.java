package org.wordborne.server.topic;

import java.util.List;

/// What a person says of a topic.
public record TopicDraft(String name, String query, List<String> never, List<String> hide) {}
