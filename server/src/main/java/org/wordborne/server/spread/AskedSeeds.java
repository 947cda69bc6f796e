package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Leaves those in peace whom a campaign asked within the last 60 days.
@Component
class AskedSeeds implements SeedExclusions {
  private static final Duration PEACE = Duration.ofDays(60);

  private final Transactions transactions;

  AskedSeeds(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<UUID, String> without(Scope scope, Instant at) {
    return transactions.in(scope, tx -> SeedPlanBook.askedSince(tx, at.minus(PEACE))).stream()
        .collect(Collectors.toMap(person -> person, _ -> "asked"));
  }
}
