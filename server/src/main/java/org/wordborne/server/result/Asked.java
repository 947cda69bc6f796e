package org.wordborne.server.result;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Of which days, topics and campaign results are asked for.
///
/// @param topics none means everything that was heard
record Asked(Days days, Set<UUID> topics, @Nullable Ran campaign) {}
