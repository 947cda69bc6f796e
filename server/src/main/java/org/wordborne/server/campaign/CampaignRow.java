package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign in short.
///
/// @param state draft, ready (may start), running, closed
/// @param owner the name of who answers for it
/// @param zone whose clock it runs by
/// @param lacks what it waits for before it can start; none once it runs
public record CampaignRow(
    UUID id,
    String name,
    String state,
    @Nullable String owner,
    String zone,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    String aim,
    List<CampaignLack> lacks) {}
