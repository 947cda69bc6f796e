package org.wordborne.server.spread;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom to look for.
///
/// @param topicId only people who spoke of this topic in the last 60 days may be chosen; null for
///     everybody
/// @param people how many, 1 to 100; null for 12
/// @param each what one sample costs, as `4.10 GBP`; null where nothing is given
/// @param days how far back deeds count, 1 to 730; null for 180
/// @param without people who are not to be asked
/// @param seed of all chance; null for a new one
public record SeedPlanAsk(
    @Nullable UUID topicId,
    @Nullable Integer people,
    @Nullable String each,
    @Nullable Integer days,
    @Nullable List<UUID> without,
    @Nullable Long seed) {}
