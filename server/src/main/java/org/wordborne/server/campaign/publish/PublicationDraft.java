package org.wordborne.server.campaign.publish;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A post of our own, as it is written.
///
/// @param at its time on the clock of `zone`, as `2026-11-20T10:00`
/// @param zone as `Europe/London`
/// @param quotes words of people that it uses
public record PublicationDraft(
    @Nullable UUID campaign,
    @Nullable String title,
    @Nullable String at,
    @Nullable String zone,
    @Nullable List<UUID> quotes,
    @Nullable List<VariantDraft> variants) {
  /// The text for one source.
  public record VariantDraft(@Nullable UUID source, @Nullable String text) {}
}
