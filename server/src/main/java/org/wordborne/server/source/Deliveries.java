package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.webhook.WebhookChannel;
import org.wordborne.channels.webhook.WebhookChannel.Delivery;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Kept;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.source.Source.Health;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Judges pushed deliveries and keeps what is in them, each delivery once.
@Component
class Deliveries {
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final WebhookChannel channel = new WebhookChannel();
  private final Sources sources;
  private final SourceDiary diary;
  private final Ingest ingest;
  private final Transactions transactions;
  private final LiveEvents events;
  private final ChannelContext context;

  Deliveries(
      Sources sources,
      SourceDiary diary,
      Ingest ingest,
      Transactions transactions,
      LiveEvents events,
      ChannelContext context) {
    this.sources = sources;
    this.diary = diary;
    this.ingest = ingest;
    this.transactions = transactions;
    this.events = events;
    this.context = context;
  }

  /// Judges a delivery by its raw bytes.
  Delivery judge(Source source, Map<String, String> headers, byte[] body) {
    return channel.receive(source.settings(), headers, body, context.now());
  }

  /// Keeps a good delivery; when this returns it outlives a crash.
  Kept keep(Scope scope, Source source, Delivery delivery) {
    if (transactions.in(scope, tx -> isKnown(tx, source, delivery.id()))) {
      return Kept.NOTHING;
    }
    Instant now = context.now();
    Kept kept =
        ingest.keep(
            scope,
            source.origin(),
            Listening.incoming(delivery.events()),
            tx -> remember(tx, scope, source, delivery.id(), now));
    CrashPoint.reach("hook.stored");
    transactions.run(scope, tx -> note(tx, scope, source, kept, now));
    if (kept.changedAnything()) {
      events.publish(
          scope.workspace(), "sources", new LiveEvents.Changed(Set.of(source.id().toString())));
    }
    return kept;
  }

  private static boolean isKnown(JdbcClient tx, Source source, String id) {
    return tx.sql(
            """
            select exists (select 1 from hook_delivery where source_id = ? and message_id = ?)""")
        .param(source.id())
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private static void remember(JdbcClient tx, Scope scope, Source source, String id, Instant now) {
    tx.sql("delete from hook_delivery where source_id = ? and at < ?")
        .param(source.id())
        .param(now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
        .update();
    tx.sql(
            """
            insert into hook_delivery (workspace_id, source_id, message_id, at)
            values (?, ?, ?, ?) on conflict do nothing""")
        .param(scope.workspace().value())
        .param(source.id())
        .param(id)
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void note(JdbcClient tx, Scope scope, Source source, Kept kept, Instant now) {
    var before = sources.standing(scope, source.id()).map(Source.Standing::health).orElse(null);
    if (before == null) {
      return;
    }
    Instant heardAt = kept.fresh() + kept.updated() > 0 ? now : before.lastHeardAt();
    sources.save(
        tx,
        source.id(),
        new Health(Recovery.WELL, before.since(), 0, null, before.nextAt(), heardAt, now));
    diary.words(tx, scope, source.id(), kept.fresh(), now);
  }
}
