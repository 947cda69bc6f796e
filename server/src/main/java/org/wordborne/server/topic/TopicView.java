package org.wordborne.server.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A topic as pages see it.
///
/// @param never presets that are never collected
/// @param hide presets that are kept, but not shown
/// @param words7d mentions of the last seven days
/// @param people7d handles that spoke in them
/// @param lastAt when the last one was heard
/// @param version counts up with each change
/// @param error why the query is set aside, or null
public record TopicView(
    UUID id,
    String name,
    String query,
    List<String> never,
    List<String> hide,
    long words7d,
    long people7d,
    @Nullable Instant lastAt,
    int version,
    @Nullable String error) {}
