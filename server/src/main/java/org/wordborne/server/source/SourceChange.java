package org.wordborne.server.source;

import org.jspecify.annotations.Nullable;

/// What a person changes at a source; null leaves it as it is.
public record SourceChange(@Nullable String name, @Nullable Boolean everything) {}
