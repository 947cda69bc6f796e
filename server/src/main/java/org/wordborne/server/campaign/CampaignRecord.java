package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/* A campaign as it is kept. */
record CampaignRecord(
    UUID id,
    String name,
    @Nullable UUID owner,
    String state,
    ZoneId zone,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Money budget,
    String currency,
    Brief brief,
    List<UUID> topics,
    Instant madeAt,
    @Nullable Instant startedAt,
    @Nullable Instant closedAt,
    String overridden) {}
