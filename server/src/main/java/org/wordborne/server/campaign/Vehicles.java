package org.wordborne.server.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.server.campaign.VehiclesView.VehicleRow;
import org.wordborne.server.mention.MentionAsk;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.mention.Wilson;
import org.wordborne.server.source.Source;
import org.wordborne.server.source.Sources;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/* Advises where to tell it: where the people it is for already talk of it. */
@Component
class Vehicles {
  private static final Duration LOOKED_AT = Duration.ofDays(90);
  private static final int ENOUGH = 25;
  private final Transactions transactions;
  private final MentionSearch search;
  private final Sources sources;
  private final InstantSource clock;

  Vehicles(Transactions transactions, MentionSearch search, Sources sources, InstantSource clock) {
    this.transactions = transactions;
    this.search = search;
    this.sources = sources;
    this.clock = clock;
  }

  VehiclesView of(Scope scope, UUID campaign) {
    CampaignRecord known = transactions.in(scope, tx -> CampaignBook.get(tx, campaign));
    Instant to = clock.instant();
    Instant from = to.minus(LOOKED_AT);
    String asked = known.brief().audienceQuery();
    if (asked.isEmpty()) {
      return new VehiclesView("", from, to, 0, false, List.of(), null);
    }
    Query query = MentionAsk.everything(asked).parsedQuery();
    long people = search.people(scope, query, Set.of(), from, to);
    boolean enough = people >= ENOUGH;
    var rows = new ArrayList<VehicleRow>();
    for (Source source : sources.all(scope)) {
      rows.add(row(scope, query, source, from, to, enough ? people : 0));
    }
    rows.sort(
        Comparator.comparingLong((VehicleRow row) -> row.people() == null ? 0 : row.people())
            .reversed()
            .thenComparing(VehicleRow::name));
    return new VehiclesView(
        asked, from, to, people, enough, List.copyOf(rows), enough ? notThis(rows) : null);
  }

  private VehicleRow row(
      Scope scope, @Nullable Query query, Source source, Instant from, Instant to, long all) {
    if (all == 0) {
      return new VehicleRow(source.id(), source.name(), source.kind(), null, null, null, null);
    }
    long there =
        Math.min(all, search.people(scope, query, Set.of(source.id().toString()), from, to));
    var share = Wilson.share(there, all);
    return new VehicleRow(
        source.id(), source.name(), source.kind(), there, share.share(), share.low(), share.high());
  }

  /* The one whose upper bound is the least; the last of equals, as they stand. */
  private static @Nullable UUID notThis(List<VehicleRow> rows) {
    return rows.size() < 2 ? null : rows.getLast().source();
  }
}
