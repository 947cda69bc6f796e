package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.source.LinkBook.Due;
import org.wordborne.server.source.LinkedPages.Reading;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.WebAddress;

/// Reads the pages that people linked, one after another, and proposes those that speak of us.
@Component
class ProposalClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ProposalClock.class);
  private static final long BREATH_MILLIS = 1_000;
  private static final Duration BETWEEN_PRUNES = Duration.ofHours(6);

  private final Workspaces workspaces;
  private final Transactions transactions;
  private final SourceHosts hosts;
  private final LinkedPages pages;
  private final TopicMatchers matchers;
  private final LiveEvents live;
  private final ServerProperties properties;
  private final Ids ids;
  private final InstantSource clock;
  private Instant pruneAt = Instant.EPOCH;
  private volatile boolean running;

  ProposalClock(
      Workspaces workspaces,
      Transactions transactions,
      SourceHosts hosts,
      LinkedPages pages,
      TopicMatchers matchers,
      LiveEvents live,
      ServerProperties properties,
      Ids ids,
      InstantSource clock) {
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.hosts = hosts;
    this.pages = pages;
    this.matchers = matchers;
    this.live = live;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    if (properties.listening()) {
      Thread.ofVirtual().name("proposals").start(this::ticks);
    }
  }

  private void ticks() {
    while (running) {
      try {
        Thread.sleep(BREATH_MILLIS);
        workspaces.all().forEach(workspace -> readSafely(Scope.of(workspace)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("Which workspaces there are: {}", e.toString());
      }
    }
  }

  /* One workspace whose page cannot be read keeps no other waiting. */
  private void readSafely(Scope scope) {
    try {
      read(scope);
    } catch (RuntimeException | StackOverflowError e) {
      if (running) {
        LOG.warn("Reading a page that was linked: {}", e.toString());
      }
    }
  }

  /// Reads the next page whose turn has come, if any.
  void read(Scope scope) {
    Instant now = clock.instant();
    prune(scope, now);
    if (!transactions.in(scope, tx -> new LinkBook(scope, tx).anyDue(now))) {
      return;
    }
    Set<String> known = hosts.of(scope);
    Optional<Due> due = transactions.in(scope, tx -> new LinkBook(scope, tx).next(known, now));
    due.ifPresent(page -> settle(scope, page, pages.read(page.url())));
  }

  private void prune(Scope scope, Instant now) {
    if (now.isAfter(pruneAt)) {
      pruneAt = now.plus(BETWEEN_PRUNES);
      transactions.run(scope, tx -> new LinkBook(scope, tx).prune(now));
    }
  }

  private void settle(Scope scope, Due page, Reading reading) {
    switch (reading) {
      case Reading.Read(var answer) -> judge(scope, page, answer);
      case Reading.LedOn(var url) -> ledOn(scope, page, url);
      case Reading.Closed(var why) ->
          transactions.run(scope, tx -> new LinkBook(scope, tx).settle(page.url(), "closed", why));
      case Reading.Failed(var why) ->
          transactions.run(scope, tx -> new LinkBook(scope, tx).failed(page, why));
    }
  }

  private void ledOn(Scope scope, Due page, String url) {
    WebAddress to = WebAddress.parse(url);
    boolean counts = to != null && PostedLinks.counts(to, workspaces.brand(scope).homes());
    Instant now = clock.instant();
    transactions.run(
        scope,
        tx -> {
          var links = new LinkBook(scope, tx);
          if (counts) {
            links.ledOn(page.url(), url, now);
          } else {
            links.settle(page.url(), "read", "It leads to a page of ours, or to none.");
          }
        });
  }

  private void judge(Scope scope, Due due, HttpAnswer answer) {
    var page = PageEvidence.of(answer);
    var shown = page.of(workspaces.brand(scope), queries(scope));
    var candidates = page.candidates();
    boolean proposed = !shown.isEmpty() && !candidates.isEmpty();
    var find = new ProposalBook.Find(ids.next(), answer.url(), page.title(), candidates, shown);
    Instant now = clock.instant();
    transactions.run(
        scope,
        tx -> {
          if (proposed) {
            new ProposalBook(scope, tx).propose(find, now);
          }
          new LinkBook(scope, tx).settle(due.url(), "read", why(proposed, shown.isEmpty()));
        });
    if (proposed) {
      live.publish(
          scope.workspace(), "sources", new LiveEvents.Changed(Set.of(find.id().toString())));
    }
  }

  private static String why(boolean proposed, boolean silent) {
    return proposed
        ? "It speaks of us."
        : silent ? "It does not speak of us." : "It speaks of us, but names nothing to listen to.";
  }

  private List<Query> queries(Scope scope) {
    var matcher = matchers.of(scope.workspace());
    var queries = new ArrayList<Query>();
    matcher.topics().keySet().forEach(topic -> matcher.query(topic).ifPresent(queries::add));
    return queries;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
