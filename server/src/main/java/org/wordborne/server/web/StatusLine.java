package org.wordborne.server.web;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.conversation.Conversations;
import org.wordborne.server.conversation.Replies;
import org.wordborne.server.mention.FollowerPlaces;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.person.MoodHours;
import org.wordborne.server.source.Imports;
import org.wordborne.server.source.SourceProposals;
import org.wordborne.server.source.Sources;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.watch.Alarms;
import org.wordborne.server.web.StatusView.ConditionView;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Transactions;

/// Puts together the folio's line and the counts beside the contents.
@Component
final class StatusLine {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Transactions transactions;
  private final Conversations conversations;
  private final Replies replies;
  private final Mentions mentions;
  private final MoodHours moods;
  private final Topics topics;
  private final Sources sources;
  private final SourceProposals proposals;
  private final MentionSearch search;
  private final FollowerPlaces followers;
  private final Imports imports;
  private final Tales tales;
  private final Alarms alarms;
  private final Campaigns campaigns;
  private final ServerProperties server;
  private final Conditions conditions;
  private final InstantSource clock;

  StatusLine(
      Transactions transactions,
      Conversations conversations,
      Replies replies,
      Mentions mentions,
      MoodHours moods,
      Topics topics,
      Sources sources,
      SourceProposals proposals,
      MentionSearch search,
      FollowerPlaces followers,
      Imports imports,
      Tales tales,
      Alarms alarms,
      Campaigns campaigns,
      ServerProperties server,
      Conditions conditions,
      InstantSource clock) {
    this.transactions = transactions;
    this.conversations = conversations;
    this.replies = replies;
    this.mentions = mentions;
    this.moods = moods;
    this.topics = topics;
    this.sources = sources;
    this.proposals = proposals;
    this.search = search;
    this.followers = followers;
    this.imports = imports;
    this.tales = tales;
    this.alarms = alarms;
    this.campaigns = campaigns;
    this.server = server;
    this.conditions = conditions;
    this.clock = clock;
  }

  StatusView view(Scope scope) {
    return transactions.in(scope, _ -> read(scope));
  }

  private StatusView read(Scope scope) {
    var now = clock.instant();
    var queue = conversations.counts(scope);
    var spoken = moods.since(scope, now.minus(DAY));
    var counts =
        new StatusView.Counts(
            queue.now(),
            spoken.words(),
            queue.open(),
            spoken.people(),
            topics.all(scope).size(),
            sources.all(scope).size(),
            sources.deaf(scope),
            tales.countMoving(scope),
            alarms.countOpen(scope),
            campaigns.all(scope).stream().filter(one -> !one.state().equals("closed")).count(),
            proposals.count(scope));
    return new StatusView(
        server.listening(),
        mentions.lastHeardAt(scope).orElse(null),
        counts,
        new StatusView.Talk(replies.sentSince(scope, now.minus(WEEK)), 0, now.minus(WEEK)),
        search.behind(scope),
        followers.behind(scope),
        imports
            .running(scope)
            .map(one -> new StatusView.Importing(one.name(), one.read(), one.rate()))
            .orElse(null),
        conditions.all().stream().map(one -> new ConditionView(one.word(), one.since())).toList());
  }
}
