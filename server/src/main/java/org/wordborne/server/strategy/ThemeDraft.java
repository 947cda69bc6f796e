package org.wordborne.server.strategy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person says of a theme; what is left out stays as it is.
///
/// @param linked statements it meets, whatever the words say
/// @param keep true takes a proposal up, false sets it aside
record ThemeDraft(
    @Nullable String name,
    @Nullable String query,
    @Nullable List<UUID> linked,
    @Nullable Boolean keep) {}
