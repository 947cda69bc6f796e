package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.person.ThanksFairness;

/// Whom we thanked, when and how.
///
/// @param number counts up from 1 without a gap
/// @param mention the word they were thanked for; null where it was for none
/// @param how in-thread, private or gift
/// @param text our words, or what was noted
/// @param by who did; "" for a program, or a member who has left
/// @param replyId our reply, where it was sent from here
/// @param url where it stands, if anywhere
public record ThanksView(
    UUID id,
    long number,
    PersonRef person,
    @Nullable MentionView mention,
    String how,
    String text,
    String by,
    Instant at,
    @Nullable UUID replyId,
    @Nullable String url) {

  /// A page of the ledger, its end first.
  public record ThanksPage(
      List<ThanksView> thanks, @Nullable String next, ThanksFairness fairness) {}

  /// What became of a wish to thank: a line, or a reply that makes one when it is sent.
  public record ThankedView(@Nullable ThanksView thanks, @Nullable ReplyView reply) {}
}
