package org.wordborne.server.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/// What a campaign is for, whom, with which words, where, and how one will see what came of it.
///
/// @param why the reason, in a sentence of one's own
/// @param aimNumber how many people the aim speaks of
/// @param aimBy until when
/// @param audienceQuery finds the words of those it is for
/// @param vehicles where it is told, chosen by a person
/// @param plans money set aside
/// @param hours of work
/// @param theme the theme it was born from
/// @param quotes mentions that say why
public record Brief(
    String why,
    String aim,
    @Nullable Integer aimNumber,
    @Nullable LocalDate aimBy,
    String audienceQuery,
    String message,
    String proof,
    String risks,
    String measuredBy,
    List<BriefVehicle> vehicles,
    List<PlannedCost> plans,
    int hours,
    @Nullable UUID theme,
    List<UUID> quotes) {

  /// A place where it is told.
  ///
  /// @param source the source heard there
  /// @param how in which form, as "a thread that asks"
  public record BriefVehicle(UUID source, String how, @Nullable Money cost) {}

  /// Money set aside for a thing.
  public record PlannedCost(String what, Money amount) {}
}
