package org.wordborne.server.campaign.publish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A post of our own, as the calendar shows it.
///
/// @param local its time on the clock of `zone`, as `2026-11-20T10:00`
/// @param twice whether that clock shows this time twice that night; the first is meant
/// @param state the one of its texts that most needs a person: missed, unknown, refused, changes,
///     draft, waiting, paused, approved, sending, sent, cancelled
/// @param quotes words of people that it uses; their rights are asked when it is sent
/// @param warnings what a person should know before approving it
public record CalendarEntry(
    UUID id,
    @Nullable UUID campaign,
    String title,
    Instant at,
    String local,
    String zone,
    boolean twice,
    String state,
    String madeBy,
    List<UUID> quotes,
    List<VariantView> variants,
    List<String> warnings) {
  /// Copies the lists.
  public CalendarEntry {
    quotes = List.copyOf(quotes);
    variants = List.copyOf(variants);
    warnings = List.copyOf(warnings);
  }

  /// The text for one source.
  ///
  /// @param length of the text, in `unit`s
  /// @param max longest text the source takes; 0 for no limit
  /// @param approvedBy who approved these very words; null before
  /// @param note what a client asked to be changed
  /// @param why what went wrong, in plain words
  public record VariantView(
      UUID id,
      UUID source,
      String sourceName,
      String text,
      String state,
      int length,
      int max,
      String unit,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable String note,
      @Nullable Instant sentAt,
      @Nullable String url,
      @Nullable String why) {}
}
