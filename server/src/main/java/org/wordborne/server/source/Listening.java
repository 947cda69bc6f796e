package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Batch;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.Channels;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Kept;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.source.Source.Health;
import org.wordborne.server.source.Source.Standing;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// One attempt at one source: ask, keep what came together with the cursor, say how it went.
@Component
class Listening {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int MOST_ROUNDS = 50;

  private final Sources sources;
  private final Channels channels;
  private final ChannelContext context;
  private final Ingest ingest;
  private final SourceDiary diary;
  private final Transactions transactions;
  private final LiveEvents events;
  private final Recovery recovery = new Recovery(new java.security.SecureRandom());

  Listening(
      Sources sources,
      Channels channels,
      ChannelContext context,
      Ingest ingest,
      SourceDiary diary,
      Transactions transactions,
      LiveEvents events) {
    this.sources = sources;
    this.channels = channels;
    this.context = context;
    this.ingest = ingest;
    this.diary = diary;
    this.transactions = transactions;
    this.events = events;
  }

  /// Asks a source until it has no more; returns when to ask it next.
  Instant listen(Scope scope, UUID id) {
    Standing standing = sources.standing(scope, id).orElseThrow(() -> Sources.missing(id));
    Source source = standing.source();
    Channel channel = channels.of(source.kind()).orElse(null);
    if (channel == null || Rhythm.isPushed(source)) {
      return Instant.MAX;
    }
    try {
      return heard(scope, standing, channel);
    } catch (ChannelException e) {
      return failed(scope, standing, e);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("Source {} ({}) could not be heard", source.name(), id, e);
      return failed(
          scope, standing, ChannelException.passing("Something of ours failed: " + plain(e) + "."));
    }
  }

  private Instant heard(Scope scope, Standing standing, Channel channel) throws ChannelException {
    Source source = standing.source();
    String cursor = standing.cursor();
    Kept kept = Kept.NOTHING;
    Batch batch;
    int rounds = 0;
    do {
      batch = channel.listen(source.settings(), cursor, context);
      CrashPoint.reach("source.fetched");
      kept = kept.plus(keep(scope, source, batch));
      cursor = batch.cursor();
    } while (batch.more() && ++rounds < MOST_ROUNDS);
    return saveHealth(scope, standing, batch, kept);
  }

  private Kept keep(Scope scope, Source source, Batch batch) {
    var incoming = incoming(batch.events());
    return ingest.keep(
        scope, source.origin(), incoming, tx -> sources.save(tx, source.id(), batch.cursor()));
  }

  private Instant saveHealth(Scope scope, Standing standing, Batch batch, Kept kept) {
    Source source = standing.source();
    Instant now = context.now();
    Duration pause = Rhythm.pause(source, batch.nextIn());
    Health before = standing.health();
    Health after = recovery.heard(before, kept.fresh() + kept.updated() > 0, pause, now);
    transactions.run(
        scope,
        tx -> {
          sources.save(tx, source.id(), after);
          diary.words(tx, scope, source.id(), kept.fresh(), now);
          if (!before.state().equals(Recovery.WELL)) {
            diary.write(tx, scope, source.id(), "Hears again.", now);
          }
          for (String note : batch.notes()) {
            diary.note(tx, scope, source.id(), note, now);
          }
        });
    if (kept.changedAnything() || !before.state().equals(after.state())) {
      tell(scope, source.id());
    }
    return after.nextAt();
  }

  private Instant failed(Scope scope, Standing standing, ChannelException fault) {
    Source source = standing.source();
    Instant now = context.now();
    Health before = standing.health();
    Health after = recovery.failed(before, fault, Rhythm.pause(source, null), now);
    transactions.run(
        scope,
        tx -> {
          sources.save(tx, source.id(), after);
          diary.write(tx, scope, source.id(), sentence(after, fault), now);
          if (after.state().equals(Recovery.DEAF)) {
            diary.deaf(tx, scope, source.id(), now);
          }
        });
    tell(scope, source.id());
    return after.nextAt();
  }

  private static String sentence(Health after, ChannelException fault) {
    String what = String.valueOf(fault.getMessage());
    String times =
        after.failures() == 1 ? "Failed once: " : "Failed " + after.failures() + " times: ";
    return times + what;
  }

  private void tell(Scope scope, UUID source) {
    events.publish(scope.workspace(), "sources", new LiveEvents.Changed(Set.of(source.toString())));
  }

  private static String plain(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /// What a channel says, in the words of the store.
  static List<Incoming> incoming(List<ChannelEvent> events) {
    var incoming = new ArrayList<Incoming>();
    for (ChannelEvent event : events) {
      switch (event) {
        case ChannelEvent.Spoken(var post) -> incoming.add(IncomingPosts.of(post));
        case ChannelEvent.Deleted(var id) -> incoming.add(new Incoming.TakenBack(id));
      }
    }
    return incoming;
  }
}
