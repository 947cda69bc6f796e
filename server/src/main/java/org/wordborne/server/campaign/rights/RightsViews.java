package org.wordborne.server.campaign.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.publish.CalendarEntry;
import org.wordborne.server.campaign.publish.Publications;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.mention.MentionViews;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Puts together how leave stands: the words, and where they are used.
@Component
class RightsViews {
  private static final Duration LOOKED_AT = Duration.ofDays(180);
  private final Transactions transactions;
  private final Mentions mentions;
  private final MentionViews words;
  private final Publications publications;
  private final InstantSource clock;

  RightsViews(
      Transactions transactions,
      Mentions mentions,
      MentionViews words,
      Publications publications,
      InstantSource clock) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.words = words;
    this.publications = publications;
    this.clock = clock;
  }

  RightsView get(Scope scope, UUID id) {
    RightsAsk ask =
        transactions
            .in(scope, tx -> RightsBook.find(tx, id))
            .orElseThrow(() -> new NotFoundException("No leave was asked for as " + id + "."));
    return views(scope, List.of(ask)).getFirst();
  }

  List<RightsView> all(Scope scope) {
    return views(scope, transactions.in(scope, RightsBook::all));
  }

  private List<RightsView> views(Scope scope, List<RightsAsk> asks) {
    var shown = new HashMap<UUID, MentionView>();
    List<Mention> found =
        mentions.byIds(scope, asks.stream().map(RightsAsk::mention).distinct().toList()).stream()
            .filter(word -> !word.isDeleted())
            .toList();
    words.of(scope, found).forEach(view -> shown.put(view.id(), view));
    Map<UUID, List<String>> used = uses(scope, asks);
    Instant now = clock.instant();
    return asks.stream()
        .map(
            ask ->
                new RightsView(
                    ask.id(),
                    shown.get(ask.mention()),
                    ask.campaign(),
                    ask.uses(),
                    ask.until(),
                    ask.stateNow(now),
                    ask.askedBy(),
                    ask.askedAt(),
                    ask.granted(),
                    ask.credit(),
                    ask.answeredAt(),
                    ask.withdrawnAt(),
                    used.getOrDefault(ask.id(), List.of()),
                    null))
        .toList();
  }

  /// Where the words of each are used: galleries that show them now, posts that quote them.
  private Map<UUID, List<String>> uses(Scope scope, List<RightsAsk> asks) {
    Instant now = clock.instant();
    var used = new HashMap<UUID, List<String>>();
    var galleries = transactions.in(scope, RightsBook::galleries);
    var posts =
        publications.calendar(scope, now.minus(LOOKED_AT), now.plus(LOOKED_AT), null).stream()
            .filter(post -> !post.quotes().isEmpty())
            .toList();
    for (RightsAsk ask : asks) {
      var of = new ArrayList<String>();
      galleries.stream()
          .filter(one -> one.rights().contains(ask.id()) && ask.allows(Use.SITE.word(), now))
          .forEach(one -> of.add("gallery: " + one.title()));
      posts.stream()
          .filter(one -> one.quotes().contains(ask.mention()))
          .forEach(one -> of.add(of(one)));
      used.put(ask.id(), of);
    }
    return used;
  }

  private static String of(CalendarEntry post) {
    return "post: " + post.title() + " (" + post.state() + ")";
  }
}
