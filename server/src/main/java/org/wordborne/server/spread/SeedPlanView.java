package org.wordborne.server.spread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.person.PersonRef;

/// A plan of whom to ask to hear first.
///
/// @param days how far back deeds count
/// @param each what one sample costs, as `4.10 GBP`; null where nothing is given
/// @param total what all samples cost; null where nothing is given
/// @param people those chosen, the first first
/// @param reach how many hear, those chosen included
/// @param of how many people there are who hear one another
/// @param arcs how many pairs of them
/// @param guarantee certified share, in [0, 1], of the best that any choice as large could reach
/// @param leftOut who may not be asked although many hear them, most heard first, and why
/// @param leftOutInAll how many there are of those
/// @param compared what other choices as large would reach
/// @param campaignId the campaign that took it; null while none did
/// @param heldBack how many of them were held back by chance, to measure
/// @param lot the number by which chance parted them, in decimal digits; null where it did not
public record SeedPlanView(
    UUID id,
    Instant madeAt,
    String madeBy,
    @Nullable UUID topicId,
    @Nullable String topic,
    int days,
    @Nullable String each,
    @Nullable String total,
    List<SeedPerson> people,
    SeedReach reach,
    int of,
    int arcs,
    double guarantee,
    List<SeedLeftOut> leftOut,
    int leftOutInAll,
    List<SeedComparison> compared,
    @Nullable UUID campaignId,
    int heldBack,
    @Nullable String lot) {
  /// Takes copies.
  public SeedPlanView {
    people = List.copyOf(people);
    leftOut = List.copyOf(leftOut);
    compared = List.copyOf(compared);
  }

  /// A number of people, and between which ends it lies.
  public record SeedReach(double middle, double low, double high) {}

  /// One who was chosen.
  ///
  /// @param among where they speak
  /// @param hear how many people are known to hear them, by deeds
  /// @param gain what they add to those before
  /// @param together how many hear with all up to here
  /// @param sharedWith the one before with whom they share most who hear them; null if none
  /// @param shared how many they share
  /// @param newest the newest word that proves that somebody hears them
  public record SeedPerson(
      int number,
      PersonRef person,
      String among,
      int hear,
      SeedReach gain,
      double together,
      @Nullable PersonRef sharedWith,
      int shared,
      @Nullable UUID newest,
      boolean heldBack) {}

  /// One who may not be asked.
  ///
  /// @param why `asked` (within 60 days), `by-hand`, `won`, `minor`, `objected`, `own`
  public record SeedLeftOut(PersonRef person, String why, int hear) {}

  /// Another choice.
  ///
  /// @param name `chosen`, `most-followed`, `loudest`, `random`
  public record SeedComparison(String name, SeedReach reach) {}
}
