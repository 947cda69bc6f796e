package org.wordborne.server.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionView;

/// One entry of a conversation's time line: of the four, the one that `kind` names is there.
///
/// @param kind mention, reply, note, act
public record ThreadEntryView(
    String kind,
    Instant at,
    @Nullable MentionView mention,
    @Nullable ReplyView reply,
    @Nullable NoteView note,
    @Nullable ActView act) {

  /// A word to the team; nobody outside sees it.
  public record NoteView(AssigneeView by, String text) {}

  /// What somebody of the team did.
  ///
  /// @param deed assigned, unassigned, later, done, reopened, need-set, opened
  /// @param text for assigned: to whom; for need-set: the need
  /// @param until for later
  public record ActView(AssigneeView by, String deed, String text, @Nullable Instant until) {}
}
