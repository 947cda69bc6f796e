package org.wordborne.server.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/// What is to be different in a campaign; what is absent stays, and an empty text or time is open
/// again.
///
/// @param owner id of a member
/// @param zone whose clock it runs by, as `Europe/London`
/// @param startsAt day and time on that clock, as `2026-11-20T10:00`
/// @param endsAt as `startsAt`
/// @param plans money set aside, all of it; prizes are set aside where they are listed
/// @param clear which of `aimNumber`, `aimBy` and `budget` are open again
record CampaignChange(
    @Nullable String name,
    @Nullable UUID owner,
    @Nullable String why,
    @Nullable String aim,
    @Nullable Integer aimNumber,
    @Nullable LocalDate aimBy,
    @Nullable String audienceQuery,
    @Nullable String message,
    @Nullable String proof,
    @Nullable String risks,
    @Nullable String measuredBy,
    @Nullable List<Brief.BriefVehicle> vehicles,
    @Nullable List<Brief.PlannedCost> plans,
    @Nullable Integer hours,
    @Nullable List<UUID> quotes,
    @Nullable String zone,
    @Nullable String startsAt,
    @Nullable String endsAt,
    @Nullable Money budget,
    @Nullable List<UUID> topics,
    @Nullable List<@Nullable String> clear) {

  boolean movesTime() {
    return zone != null || startsAt != null || endsAt != null;
  }

  Brief brief(Brief old) {
    return new Brief(
        text("why", why, old.why()),
        text("aim", aim, old.aim()),
        or("aimNumber", aimNumber, old.aimNumber()),
        or("aimBy", aimBy, old.aimBy()),
        text("audienceQuery", audienceQuery, old.audienceQuery()),
        text("message", message, old.message()),
        text("proof", proof, old.proof()),
        text("risks", risks, old.risks()),
        text("measuredBy", measuredBy, old.measuredBy()),
        vehicles == null ? old.vehicles() : List.copyOf(vehicles),
        plans == null ? old.plans() : List.copyOf(plans),
        hours == null ? old.hours() : hours,
        old.theme(),
        quotes == null ? old.quotes() : List.copyOf(quotes));
  }

  @Nullable Money budget(@Nullable Money old) {
    return or("budget", budget, old);
  }

  private <T> @Nullable T or(String field, @Nullable T given, @Nullable T old) {
    if (clear != null && clear.contains(field)) {
      return null;
    }
    return given == null ? old : given;
  }

  private static String text(String field, @Nullable String given, String old) {
    return given == null ? old : CampaignInput.text(field, given);
  }
}
