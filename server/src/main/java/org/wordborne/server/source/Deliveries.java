package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<UUID, DeliveryLine> lines = new ConcurrentHashMap<>();

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
  void keep(Scope scope, Source source, Delivery delivery) {
    UUID id = source.id();
    lines.computeIfAbsent(id, _ -> new DeliveryLine(all -> keepAll(scope, id, all))).keep(delivery);
  }

  /// Keeps deliveries in one transaction, each that is not known yet.
  private void keepAll(Scope scope, UUID id, List<Delivery> all) {
    Source source = sources.find(scope, id).orElseThrow(() -> Sources.missing(id));
    var fresh = new LinkedHashMap<String, Delivery>();
    all.forEach(delivery -> fresh.putIfAbsent(delivery.id(), delivery));
    fresh.keySet().removeAll(transactions.in(scope, tx -> known(tx, source, fresh.keySet())));
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = context.now();
    var happened = fresh.values().stream().flatMap(one -> one.events().stream()).toList();
    var heard = ingest.prepare(scope, source.origin(), Listening.incoming(happened));
    Kept kept =
        ingest.keep(
            heard,
            (tx, done) -> {
              remember(tx, scope, source, fresh.keySet(), now);
              note(tx, scope, source, done, now);
            });
    CrashPoint.reach("hook.stored");
    if (kept.changedAnything()) {
      events.publish(
          scope.workspace(), "sources", new LiveEvents.Changed(Set.of(source.id().toString())));
    }
  }

  private static Set<String> known(JdbcClient tx, Source source, Set<String> ids) {
    return Set.copyOf(
        tx.sql("select message_id from hook_delivery where source_id = ? and message_id = any(?)")
            .param(source.id())
            .param(ids.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private static void remember(
      JdbcClient tx, Scope scope, Source source, Set<String> ids, Instant now) {
    tx.sql("delete from hook_delivery where source_id = ? and at < ?")
        .param(source.id())
        .param(now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
        .update();
    tx.sql(
            """
            insert into hook_delivery (workspace_id, source_id, message_id, at)
            select ?, ?, id, ? from unnest(?) as id on conflict do nothing""")
        .param(scope.workspace().value())
        .param(source.id())
        .param(now.atOffset(ZoneOffset.UTC))
        .param(ids.toArray(String[]::new))
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
