package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.campaign.pack.PackFinding;

/// What stands between a campaign and its start.
///
/// @param told names of facts that are known by themselves and cannot be typed
/// @param hash of the packs, facts and rules as they are now: what is signed
/// @param check whether it may start; after the start nothing is missing any more
public record CampaignLawView(
    Map<String, Object> facts,
    Set<String> told,
    List<PackShown> packs,
    List<PackFinding> findings,
    List<CampaignTaskView> tasks,
    List<RulesShown> rules,
    @Nullable SignOffView signOff,
    String hash,
    StartCheck check) {

  /// A pack that speaks here.
  ///
  /// @param notLookedUp topics on which it says nothing
  public record PackShown(
      String jurisdiction, String version, LocalDate readOn, List<String> notLookedUp) {}

  /// A version of the rules, without its text.
  public record RulesShown(int version, String language, String hash, Instant madeAt) {}

  /// Who signed, and whether it still holds.
  ///
  /// @param regions places without a pack it was given for by name
  /// @param holds whether packs, facts and rules are still those that were signed
  public record SignOffView(
      UUID id,
      String name,
      String capacity,
      List<String> regions,
      String hash,
      Instant at,
      boolean holds) {}

  /// Whether it may start.
  public record StartCheck(boolean canStart, List<CampaignLack> lacks) {}
}
