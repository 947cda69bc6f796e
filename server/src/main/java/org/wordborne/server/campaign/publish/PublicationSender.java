package org.wordborne.server.campaign.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.source.Publishing;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.personal.DoNotContact;

/// Sends what is approved and due, each text at most once, and looks up those whose fate is
/// unknown.
///
/// A text is claimed in a transaction of its own, in which the crisis rooms are asked; its outcome
/// is written in another. Whatever ends between the two leaves a claimed text, which is looked up
/// at the next start, or once no try takes so long, and never sent again by itself.
@Component
class PublicationSender extends Clockwork {
  private static final Logger LOG = LoggerFactory.getLogger(PublicationSender.class);
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
  private static final Duration LAST_ROUND = Duration.ofSeconds(25);

  private final Transactions transactions;
  private final Workspaces workspaces;
  private final Publishing publishing;
  private final CrisisRooms rooms;
  private final DoNotContact blocks;
  private final ObjectProvider<QuoteRights> rights;
  private final LiveEvents live;
  private final Conditions conditions;
  private final InstantSource clock;

  PublicationSender(
      Transactions transactions,
      Workspaces workspaces,
      Publishing publishing,
      CrisisRooms rooms,
      DoNotContact blocks,
      ObjectProvider<QuoteRights> rights,
      LiveEvents live,
      Conditions conditions,
      InstantSource clock,
      ServerProperties properties) {
    super(new Rounds("publications", BREATH, AFTER_FAULT), properties.listening(), LAST_ROUND);
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.publishing = publishing;
    this.rooms = rooms;
    this.blocks = blocks;
    this.rights = rights;
    this.live = live;
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  protected void before() {
    for (var workspace : workspaces.all()) {
      recover(Scope.of(workspace));
    }
  }

  /// Looks at what was being sent when the program last ended.
  void recover(Scope scope) {
    int found = transactions.in(scope, tx -> PublicationBook.orphaned(tx, clock.instant()));
    if (found > 0) {
      LOG.info("{} posts of unknown fate are looked up", found);
    }
  }

  @Override
  protected void round() {
    for (var workspace : workspaces.all()) {
      part("posts that are due", () -> round(Scope.of(workspace)));
    }
  }

  /// Does everything that is due now.
  void round(Scope scope) {
    missing(scope);
    Optional<Runnable> next = next(scope);
    while (next.isPresent() && isRunning()) {
      next.get().run();
      next = next(scope);
    }
  }

  /* A try that broke off before its outcome was noted. */
  private void missing(Scope scope) {
    int found = transactions.in(scope, tx -> PublicationBook.missing(tx, clock.instant()));
    if (found > 0) {
      LOG.warn("{} posts were tried and nothing was noted; they are looked up", found);
      changed(scope, Set.of());
    }
  }

  private Optional<Runnable> next(Scope scope) {
    Optional<Variant> due = transactions.in(scope, tx -> claim(scope, tx));
    if (due.isPresent()) {
      CrashPoint.reach("publication.claimed");
      return Optional.of(() -> send(scope, due.get()));
    }
    return transactions
        .in(scope, tx -> PublicationBook.claimLook(tx, clock.instant()))
        .map(text -> () -> look(scope, text));
  }

  private Optional<Variant> claim(Scope scope, org.springframework.jdbc.core.simple.JdbcClient tx) {
    if (!conditions.sends() || rooms.paused(scope, tx)) {
      return Optional.empty();
    }
    if (PublicationBook.miss(tx, clock.instant()) > 0) {
      changed(scope, Set.of());
    }
    return PublicationBook.claim(tx, clock.instant());
  }

  private void send(Scope scope, Variant text) {
    changed(scope, Set.of(text.publication().toString()));
    Outcome outcome =
        lack(scope, text)
            .<Outcome>map(Outcome.Refused::new)
            .orElseGet(() -> asked(() -> publishing.send(scope, text.source(), text.forChannel())));
    CrashPoint.reach("publication.carried");
    settle(scope, text, outcome, false);
  }

  /* What was approved, and what people let us use, is looked at when it leaves. */
  private Optional<String> lack(Scope scope, Variant text) {
    if (!text.hash().equals(text.approvedHash())) {
      return Optional.of("These are not the words that were approved. Nothing was sent.");
    }
    String named = blocks.namedIn(scope, text.text());
    if (named != null) {
      return Optional.of("@" + named + " asked not to be written to. Nothing was sent.");
    }
    List<UUID> quotes =
        transactions.in(scope, tx -> Publications.post(tx, text.publication()).quotes());
    return quotes.stream()
        .flatMap(quote -> rights.stream().map(one -> one.lack(scope, quote)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void look(Scope scope, Variant text) {
    Outcome outcome = asked(() -> publishing.lookUp(scope, text.source(), text.forChannel()));
    settle(scope, text, outcome, true);
  }

  /* Whatever a channel throws, nobody knows how far it came. */
  private static Outcome asked(Supplier<Outcome> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      LOG.warn("A channel failed on a post: {}", e.toString(), e);
      return new Outcome.Unknown("The channel failed in the middle: " + e.getMessage());
    }
  }

  private void settle(Scope scope, Variant text, Outcome outcome, boolean looked) {
    transactions.run(
        scope, tx -> PublicationBook.settle(tx, text, outcome, looked, clock.instant()));
    changed(scope, Set.of(text.publication().toString()));
  }

  private void changed(Scope scope, Set<String> ids) {
    live.publish(scope.workspace(), "campaigns", new LiveEvents.Changed(ids));
  }
}
