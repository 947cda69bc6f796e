package org.wordborne.server.campaign.contest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.FactTeller;
import org.wordborne.server.campaign.contest.PrizeDesk.Prize;
import org.wordborne.server.workspace.LocalTimes;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Tells the law and the rules what the contest knows by itself, so that nobody types it twice.
@Component
class ContestFacts implements FactTeller {
  private final Transactions transactions;

  ContestFacts(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<String, Object> facts(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx ->
            ContestBook.find(tx, campaign)
                .map(contest -> told(contest, PrizeDesk.all(tx, campaign)))
                .orElse(Map.of()));
  }

  private static Map<String, Object> told(Contest contest, List<Prize> prizes) {
    var facts = new TreeMap<String, Object>();
    ZoneId zone = contest.zone();
    facts.put("contest.opens", LocalTimes.local(contest.opensAt(), zone));
    facts.put("contest.closes", LocalTimes.local(contest.closesAt(), zone));
    facts.put("dates.start", LocalTimes.local(contest.opensAt(), zone).substring(0, 10));
    facts.put("dates.end", LocalTimes.local(contest.closesAt(), zone).substring(0, 10));
    facts.put("contest.perPerson", (long) contest.perPerson());
    facts.put("contest.claimDays", (long) contest.claimDays());
    facts.put("contest.appealDays", (long) contest.appealDays());
    put(facts, "contest.question", contest.question());
    facts.put("audience.minAge", (long) contest.minAge());
    facts.put("entry.methods", ways(contest));
    facts.put("draw.method", "beacon");
    if (contest.byPost()) {
      put(facts, "contest.tag", contest.tag());
    }
    // A place in words of one's own, as "the county", says nothing to the law.
    if (!contest.regions().isEmpty()
        && contest.regions().stream().allMatch(ContestFacts::isPlace)) {
      facts.put("audience.regions", contest.regions());
    }
    if (contest.byForm()) {
      // The form costs nothing, and its entries lie in the one list with the same chances.
      facts.put("freeRoute.exists", true);
      facts.put("freeRoute.equal", true);
    }
    prizes(facts, prizes);
    return facts;
  }

  private static boolean isPlace(String region) {
    return region.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  }

  private static void put(Map<String, Object> facts, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      facts.put(name, text.strip());
    }
  }

  private static List<String> ways(Contest contest) {
    var ways = new ArrayList<String>();
    if (contest.byForm()) {
      ways.add("form");
    }
    if (contest.byPost()) {
      ways.add("hashtag");
    }
    if (contest.referralChances() > 0) {
      ways.add("referral");
    }
    return ways;
  }

  private static void prizes(Map<String, Object> facts, List<Prize> prizes) {
    if (prizes.isEmpty()) {
      return;
    }
    facts.put(
        "prizes.description",
        prizes.stream()
            .map(one -> one.pieces() + " × " + one.name() + " (" + one.each().text() + ")")
            .collect(Collectors.joining("; ")));
    facts.put("prizes.count", prizes.stream().mapToLong(Prize::pieces).sum());
    PrizeDesk.total(prizes).ifPresent(total -> facts.put("prizes.total", total.text()));
    prizes.stream()
        .map(Prize::each)
        .max(Money::compareTo)
        .ifPresent(most -> facts.put("prize.value", most.text()));
  }
}
