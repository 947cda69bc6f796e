package org.wordborne.server.campaign.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.ReferralFigures;
import org.wordborne.server.campaign.referral.GrowthFactor.Joined;
import org.wordborne.server.publicpage.LinkVisits;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Figures of all programmes of a workspace.
@Component
class ProgrammeFigures implements ReferralFigures {
  private static final long SEED = 20_261_122;
  private final Transactions transactions;
  private final LinkVisits visits;

  ProgrammeFigures(Transactions transactions, LinkVisits visits) {
    this.transactions = transactions;
    this.visits = visits;
  }

  @Override
  public ReferralView of(Scope scope, Instant from, Instant to) {
    long followed = visits.between(scope, from, to);
    return transactions.in(
        scope,
        tx -> {
          var all = new ArrayList<Joined>();
          long signUps = 0;
          for (Programme programme : Programme.all(tx)) {
            var people = Advocate.all(tx, programme.id());
            signUps +=
                people.stream()
                    .filter(one -> one.parent() != null && isWithin(one.joinedAt(), from, to))
                    .count();
            all.addAll(joined(people, to));
          }
          var k = factor(all);
          return new ReferralView(
              followed, signUps, all.size(), k, k == null ? whyNot(all.size()) : null);
        });
  }

  private static boolean isWithin(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /// The factor of one programme; null where there are too few to say.
  @Nullable KFactor factor(JdbcClient tx, Programme programme, Instant now) {
    return factor(joined(Advocate.all(tx, programme.id()), now));
  }

  private static @Nullable KFactor factor(List<Joined> joined) {
    var found = GrowthFactor.of(joined, SEED);
    return found == null
        ? null
        : new KFactor(found.value(), found.low(), found.high(), GrowthFactor.LEVEL, found.n());
  }

  private static List<Joined> joined(List<Advocate> people, Instant now) {
    return people.stream()
        .filter(one -> one.joinedAt().isBefore(now))
        .map(
            one ->
                new Joined(
                    one.id(),
                    one.root(),
                    one.parent(),
                    Duration.between(one.joinedAt(), now).toMillis() / 86_400_000d))
        .toList();
  }

  static String whyNot(int advocates) {
    return advocates < GrowthFactor.LEAST
        ? "Only " + advocates + " joined; from 20 on it can be said how many each brings."
        : "Nobody brought anybody yet.";
  }
}
