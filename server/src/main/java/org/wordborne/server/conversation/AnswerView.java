package org.wordborne.server.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a conversation can be answered: the first line of the composer.
///
/// @param can whether the channel takes answers from here
/// @param whyNot in plain words, where it does not
/// @param to whose word is answered
/// @param where the source's name
/// @param as the first name that signs it
/// @param visibility public: there is nothing else yet
/// @param inReplyTo the mention that is answered unless another is chosen
public record AnswerView(
    boolean can,
    @Nullable String whyNot,
    String to,
    String where,
    String as,
    String visibility,
    @Nullable LimitView limit,
    @Nullable UUID inReplyTo) {

  /// How long an answer may be there.
  ///
  /// @param unit characters
  public record LimitView(int max, String unit) {}
}
