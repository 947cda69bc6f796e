package org.wordborne.server.conversation;

import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.workspace.Scope;

/// Carries replies by the source on which the word came.
@Component
final class SourceCarrier implements ReplyCarrier {
  private static final String NOT_YET = "Answers do not leave from here yet.";

  @Override
  public Way way(Scope scope, Mention mention) {
    return new Way(NOT_YET, mention.channel(), null);
  }

  @Override
  public Outcome send(Scope scope, Mention answered, Reply reply) {
    return new Outcome.Refused(NOT_YET);
  }

  @Override
  public Outcome lookUp(Scope scope, Mention answered, Reply reply) {
    return new Outcome.Unknown(NOT_YET);
  }
}
