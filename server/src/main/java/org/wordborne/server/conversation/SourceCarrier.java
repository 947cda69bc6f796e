package org.wordborne.server.conversation;

import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.source.Answers;
import org.wordborne.server.workspace.Scope;

/// Carries replies by the source on which the word came.
@Component
final class SourceCarrier implements ReplyCarrier {
  private static final String IMPORTED =
      "This word came by an import, so there is no way back for an answer.";

  private final Answers answers;

  SourceCarrier(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Way way(Scope scope, Mention mention) {
    if (mention.source() == null) {
      return new Way(IMPORTED, mention.channel(), null);
    }
    var terms = answers.terms(scope, mention.source());
    var limit = terms.max() > 0 ? new AnswerView.LimitView(terms.max(), terms.unit()) : null;
    return new Way(terms.can() ? null : terms.whyNot(), terms.where(), limit);
  }

  @Override
  public Outcome send(Scope scope, Mention answered, Reply reply) {
    return answered.source() == null
        ? new Outcome.Refused(IMPORTED)
        : answers.send(scope, answered.source(), reply);
  }

  @Override
  public Outcome lookUp(Scope scope, Mention answered, Reply reply) {
    return answered.source() == null
        ? new Outcome.Refused(IMPORTED)
        : answers.lookUp(scope, answered.source(), reply);
  }
}
