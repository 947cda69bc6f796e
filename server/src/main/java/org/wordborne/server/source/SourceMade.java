package org.wordborne.server.source;

import org.jspecify.annotations.Nullable;

/// A source that was just added.
///
/// @param webhookUrl where others push to; null for channels that we ask
/// @param secret what they sign with, shown this once; null for channels that we ask
public record SourceMade(SourceView source, @Nullable String webhookUrl, @Nullable String secret) {}
