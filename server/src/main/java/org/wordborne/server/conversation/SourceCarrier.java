package org.wordborne.server.conversation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.source.Answers;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.DoNotContact;

/// Carries replies by the source on which the word came.
@Component
final class SourceCarrier implements ReplyCarrier {
  private static final String IMPORTED =
      "This word came by an import, so there is no way back for an answer.";

  private final Answers answers;
  private final DoNotContact blocks;

  SourceCarrier(Answers answers, DoNotContact blocks) {
    this.answers = answers;
    this.blocks = blocks;
  }

  @Override
  public Way way(Scope scope, Mention mention) {
    if (mention.source() == null) {
      return new Way(IMPORTED, mention.channel(), null);
    }
    var terms = answers.terms(scope, mention.source());
    var limit = terms.max() > 0 ? new AnswerView.LimitView(terms.max(), terms.unit()) : null;
    String whyNot = terms.can() ? lack(scope, mention) : terms.whyNot();
    return new Way(whyNot, terms.where(), limit);
  }

  private @Nullable String lack(Scope scope, Mention mention) {
    return blocks.isBlocked(scope, mention.author().handle()) ? DoNotContact.REFUSED : null;
  }

  @Override
  public @Nullable String refuses(Scope scope, String text) {
    String named = blocks.namedIn(scope, text);
    return named == null ? null : "@" + named + " asked not to be written to. Nothing was sent.";
  }

  @Override
  public Outcome send(Scope scope, Mention answered, Reply reply) {
    if (answered.source() == null) {
      return new Outcome.Refused(IMPORTED);
    }
    // They may have asked for it since it was written.
    String lack = lack(scope, answered);
    if (lack == null) {
      lack = refuses(scope, reply.text());
    }
    return lack == null ? answers.send(scope, answered.source(), reply) : new Outcome.Refused(lack);
  }

  @Override
  public Outcome lookUp(Scope scope, Mention answered, Reply reply) {
    return answered.source() == null
        ? new Outcome.Refused(IMPORTED)
        : answers.lookUp(scope, answered.source(), reply);
  }
}
