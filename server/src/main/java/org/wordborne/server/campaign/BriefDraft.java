package org.wordborne.server.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/// What a new campaign is begun with; everything else is added to its brief.
///
/// @param aim what is to be, in words
/// @param aimNumber how many people that is, where it can be counted
/// @param audienceQuery whom it is for: the people whose words a query finds
/// @param message what they are told
/// @param theme the theme it was born from
/// @param quotes mentions that say why
public record BriefDraft(
    String name,
    @Nullable String aim,
    @Nullable Integer aimNumber,
    @Nullable String audienceQuery,
    @Nullable String message,
    @Nullable Money budget,
    @Nullable UUID theme,
    @Nullable List<UUID> quotes) {}
