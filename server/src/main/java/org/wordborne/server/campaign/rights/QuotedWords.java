package org.wordborne.server.campaign.rights;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.publish.QuoteRights;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Says whether a post that quotes somebody may leave.
@Component
class QuotedWords implements QuoteRights {
  private final Transactions transactions;
  private final Mentions mentions;
  private final InstantSource clock;

  QuotedWords(Transactions transactions, Mentions mentions, InstantSource clock) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.clock = clock;
  }

  @Override
  public Optional<String> lack(Scope scope, UUID mention) {
    Optional<Mention> word = mentions.find(scope, mention);
    if (word.isEmpty() || word.get().isDeleted()) {
      return Optional.of("It quotes words that were taken back. Nothing was sent.");
    }
    Instant now = clock.instant();
    boolean may =
        word.get().own()
            || transactions.in(scope, tx -> RightsBook.ofMention(tx, mention)).stream()
                .anyMatch(ask -> ask.allows(Use.POSTS.word(), now));
    return may
        ? Optional.empty()
        : Optional.of(
            "It quotes %s, who gave no leave for posts that holds now. Nothing was sent."
                .formatted(word.get().author().name()));
  }
}
