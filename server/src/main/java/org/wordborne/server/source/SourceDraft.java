package org.wordborne.server.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person enters to add a source.
///
/// @param name as pages call it; null or empty to take the channel's word
/// @param settings the fields that the channel needs, secrets included
/// @param everything keep all, not only what a topic matches
public record SourceDraft(
    String kind,
    @Nullable String name,
    @Nullable Map<String, String> settings,
    @Nullable Boolean everything) {}
