package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.person.HandleView;
import org.wordborne.server.person.MonthMood;
import org.wordborne.server.person.Mood;
import org.wordborne.server.person.PersonProfile;
import org.wordborne.server.person.ToThankView;
import org.wordborne.server.person.TrustView;

/// A person with all that they said and did in public, and what is between us.
///
/// @param thankFor what to thank them for; null where nothing waits
/// @param between what we and they did to each other, the newest first
public record PersonView(
    UUID id,
    String name,
    String initials,
    List<HandleView> handles,
    int words,
    @Nullable Instant lastAt,
    long hear,
    Mood mood,
    int answeredByUs,
    @Nullable String sentence,
    @Nullable Instant firstAt,
    List<MonthMood> months,
    List<TrustView> trust,
    List<BetweenView> between,
    List<ConversationRow> conversations,
    ToThankView.@Nullable Praise thankFor) {

  static PersonView of(
      PersonProfile profile,
      List<BetweenView> between,
      List<ConversationRow> conversations,
      ToThankView.@Nullable Praise thankFor) {
    var row = profile.row();
    return new PersonView(
        row.id(),
        row.name(),
        row.initials(),
        row.handles(),
        row.words(),
        row.lastAt(),
        row.hear(),
        row.mood(),
        row.answeredByUs(),
        row.sentence(),
        profile.firstAt(),
        profile.months(),
        profile.trust(),
        between,
        conversations,
        thankFor);
  }

  /// Something that passed between us and them.
  ///
  /// @param text their title, or our words
  /// @param kind asked, answered, thanked (by an answer of ours), or, noted by hand,
  ///     thanked-in-thread, thanked-private, thanked-gift
  /// @param owed whether it still waits for us
  public record BetweenView(
      Instant at, String text, String kind, @Nullable UUID conversationId, boolean owed) {}
}
