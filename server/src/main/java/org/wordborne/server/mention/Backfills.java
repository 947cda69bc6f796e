package org.wordborne.server.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.query.Post;
import org.wordborne.server.mention.IndexedForms.Names;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.TopicMatcher;
import org.wordborne.server.topic.TopicMatcher.Placement;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.topic.TopicSaved;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Matches what is stored against the topics anew whenever they change.
///
/// The place and the topics it is for are saved with each batch, so that a restart goes on where
/// it was; topics that change meanwhile begin it again. What it changes takes a new number, and
/// so comes to the index and to every follower.
@Component
public class Backfills implements SmartLifecycle {
  private static final int BATCH = 1_000;

  private final Transactions transactions;
  private final Mentions mentions;
  private final MentionCounter counter;
  private final TopicMatchers matchers;
  private final IndexedForms forms;
  private final MentionFollowers followers;
  private final Workspaces workspaces;
  private final WorkspaceLoop loop = new WorkspaceLoop("backfill", this::step, () -> {});
  private volatile boolean running;

  Backfills(
      Transactions transactions,
      Mentions mentions,
      MentionCounter counter,
      TopicMatchers matchers,
      IndexedForms forms,
      MentionFollowers followers,
      Workspaces workspaces) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.counter = counter;
    this.matchers = matchers;
    this.forms = forms;
    this.followers = followers;
    this.workspaces = workspaces;
  }

  /// How far a backfill is.
  ///
  /// @param done numbers looked at
  /// @param of numbers to look at
  /// @param changed mentions that changed their topics
  public record Progress(long done, long of, long changed) {}

  /// The backfill that is under way, if one is.
  public Optional<Progress> progress(Scope scope) {
    return transactions
        .in(scope, this::place)
        .filter(place -> place.done < place.upto)
        .map(place -> new Progress(place.done, place.upto, place.changed));
  }

  private record Place(String topics, long upto, long done, long changed) {}

  private record Change(Mention mention, Placement placement) {}

  @EventListener
  void topicsChanged(TopicSaved saved) {
    loop.wake(saved.workspace());
  }

  @Override
  public void start() {
    loop.start(Thread.ofVirtual());
    running = true;
    workspaces.all().forEach(loop::wake);
  }

  @Override
  public void stop() {
    running = false;
    loop.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private boolean step(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    TopicMatcher matcher = matchers.of(workspace);
    String topics = stamp(matcher);
    Place place = transactions.in(scope, tx -> begun(tx, scope, topics));
    if (place.done >= place.upto) {
      return false;
    }
    var batch = transactions.in(scope, tx -> mentions.after(tx, scope, place.done, BATCH));
    var changes = changes(matcher, forms.names(scope), batch);
    transactions.run(scope, tx -> save(tx, scope, place, batch, changes));
    if (!changes.isEmpty()) {
      followers.wake(workspace);
    }
    return true;
  }

  /// The topics as they are now: another stamp means that something changed.
  private static String stamp(TopicMatcher matcher) {
    return matcher.topics().values().stream()
        .sorted(Comparator.comparing(Topic::id))
        .map(topic -> topic.id() + ":" + topic.version())
        .collect(Collectors.joining(" "));
  }

  private Optional<Place> place(JdbcClient tx) {
    return tx.sql("select topics, upto, done, changed from mention_backfill")
        .query(
            (row, _) ->
                new Place(
                    row.getString("topics"),
                    row.getLong("upto"),
                    row.getLong("done"),
                    row.getLong("changed")))
        .optional();
  }

  private Place begun(JdbcClient tx, Scope scope, String topics) {
    Place place = place(tx).orElse(new Place("", 0, 0, 0));
    if (place.topics.equals(topics)) {
      return place;
    }
    // A writer asks under this lock whether it heard with the topics of now: what was heard with
    // the old ones is committed, and numbered below this, or is heard again.
    long upto = counter.lock(tx, scope);
    tx.sql(
            """
            insert into mention_backfill (workspace_id, topics, upto, done, changed)
            values (?, ?, ?, 0, 0)
            on conflict (workspace_id) do update
              set topics = excluded.topics, upto = excluded.upto, done = 0, changed = 0""")
        .param(scope.workspace().value())
        .param(topics)
        .param(upto)
        .update();
    return new Place(topics, upto, 0, 0);
  }

  private static List<Change> changes(TopicMatcher matcher, Names names, List<Mention> batch) {
    var changes = new ArrayList<Change>();
    for (Mention mention : batch) {
      if (mention.isDeleted()) {
        continue;
      }
      Placement placement = placement(matcher, names, mention);
      Set<UUID> before = mention.topics();
      if (!before.equals(placement.topics()) || mention.hidden() != placement.hidden()) {
        changes.add(new Change(mention, placement));
      }
    }
    return changes;
  }

  /// What a mention concerns, as it is judged now.
  static Placement placement(TopicMatcher matcher, Names names, Mention mention) {
    Post post = IndexedForms.post(mention);
    var matched = matcher.queries().match(post, IndexedForms.judgements(mention, names));
    return matcher.place(matched, Hearings.manner(post, mention.own(), mention.understanding()));
  }

  /// Says that a mention took the number `seq` without being heard anew: a backfill that is under
  /// way, and may not have come to its old number, goes on up to there.
  static void renumbered(JdbcClient tx, long seq) {
    tx.sql("update mention_backfill set upto = ? where done < upto").param(seq).update();
  }

  private void save(
      JdbcClient tx, Scope scope, Place place, List<Mention> batch, List<Change> changes) {
    long seq = changes.isEmpty() ? 0 : counter.lock(tx, scope);
    int changed = 0;
    for (Change change : changes) {
      changed += update(tx, change, seq + changed + 1);
    }
    if (changed > 0) {
      counter.advance(tx, scope, seq + changed);
    }
    tx.sql("update mention_backfill set done = ?, changed = changed + ? where topics = ?")
        .param(batch.isEmpty() ? place.upto : batch.getLast().seq())
        .param(changed)
        .param(place.topics)
        .update();
  }

  /// Leaves alone what changed meanwhile: it was heard anew, with the topics of now, or stands
  /// further on ([#renumbered]).
  private static int update(JdbcClient tx, Change change, long seq) {
    return tx.sql(
            """
            update mention set topics = ?, hidden = ?, seq = ?
            where id = ? and heard_at = ? and seq = ?""")
        .param(change.placement.topics().toArray(UUID[]::new))
        .param(change.placement.hidden())
        .param(seq)
        .param(change.mention.id())
        .param(change.mention.heardAt().atOffset(java.time.ZoneOffset.UTC))
        .param(change.mention.seq())
        .update();
  }
}
