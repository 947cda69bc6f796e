package org.wordborne.server.conversation;

import org.jspecify.annotations.Nullable;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.workspace.Scope;

/// How a reply leaves for the channel on which the word came.
interface ReplyCarrier {
  /// Whether and how a word can be answered where it came from.
  Way way(Scope scope, Mention mention);

  /// Why words may not be sent to anybody; null where they may.
  default @Nullable String refuses(Scope scope, String text) {
    return null;
  }

  /// Sends a reply, once.
  Outcome send(Scope scope, Mention answered, Reply reply);

  /// Asks the channel whether a reply stands there: Sent if so, Refused if surely not.
  Outcome lookUp(Scope scope, Mention answered, Reply reply);

  /// A way to answer.
  ///
  /// @param whyNot null where it can be answered
  /// @param where what the source is called
  record Way(@Nullable String whyNot, String where, AnswerView.@Nullable LimitView limit) {
    boolean can() {
      return whyNot == null;
    }
  }
}
