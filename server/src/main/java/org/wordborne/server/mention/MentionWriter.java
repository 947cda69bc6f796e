package org.wordborne.server.mention;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.wordborne.query.Post;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.ForgottenPeople;

/// Writes heard words inside an open transaction.
@Component
class MentionWriter {
  /*
   * All writers of a workspace queue at its counter row, which stays locked until commit. So whoever
   * looks up identities sees what every earlier writer committed, and numbers rise in the order of
   * commits. COPY cannot go into a table under row-level security: it goes into a staging table of
   * the connection, and from there by INSERT … SELECT through the policies.
   */
  private final DataSource dataSource;
  private final MentionCounter counter;
  private final MentionPartitions partitions;
  private final ForgottenPeople forgotten;
  private final Ids ids;
  private final InstantSource clock;

  MentionWriter(
      DataSource dataSource,
      MentionCounter counter,
      MentionPartitions partitions,
      ForgottenPeople forgotten,
      Ids ids,
      InstantSource clock) {
    this.dataSource = dataSource;
    this.counter = counter;
    this.partitions = partitions;
    this.forgotten = forgotten;
    this.ids = ids;
    this.clock = clock;
  }

  private record Staged(HeardWord word, UUID mention, Instant heardAt, long seq, boolean fresh) {}

  /// What is to be written.
  ///
  /// @param gone keys of posts that were taken back
  /// @param valid whether the words were heard with the topics of now; asked under the lock
  record Work(List<HeardWord> words, Collection<UUID> gone, BooleanSupplier valid) {}

  /// Keeps words and mirrors deletions; what changes nothing is counted as same. Empty, and
  /// nothing written, where the work is no longer valid.
  Optional<Kept> write(JdbcClient tx, Scope scope, Origin origin, Work work) {
    var words = work.words;
    var gone = work.gone;
    if (words.isEmpty() && gone.isEmpty()) {
      return work.valid.getAsBoolean() ? Optional.of(Kept.NOTHING) : Optional.empty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    partitions.prepare(now);
    long seq = counter.lock(tx, scope);
    if (!work.valid.getAsBoolean()) {
      return Optional.empty();
    }
    var keys = new LinkedHashSet<UUID>(gone);
    words.forEach(word -> keys.add(word.key()));
    var known = KnownIdentities.find(tx, keys);
    // Under the lock: whoever is being forgotten is known here, or what is written is found there.
    var silent = forgotten.among(tx, scope, words.stream().map(HeardWord::handle).collect(toSet()));
    var staged = new ArrayList<Staged>();
    int same = 0;
    int unwanted = 0;
    for (HeardWord word : words) {
      if (silent.contains(word.handle())) {
        unwanted++;
        continue;
      }
      if (gone.contains(word.key()) || known.isSettled(word.key(), word.digest())) {
        same++;
        continue;
      }
      staged.add(stage(word, known.of(word.key()), now, ++seq));
    }
    int fresh = (int) staged.stream().filter(Staged::fresh).count();
    store(tx, scope, origin, staged, now);
    int deleted = erase(tx, scope, gone, known, now, seq);
    counter.advance(tx, scope, seq + deleted);
    return Optional.of(new Kept(fresh, staged.size() - fresh, same, 0, deleted, unwanted));
  }

  private Staged stage(
      HeardWord word, KnownIdentities.@Nullable Known known, Instant now, long seq) {
    if (known == null || known.mention() == null) {
      return new Staged(word, ids.next(), now, seq, true);
    }
    return new Staged(word, known.mention(), known.heardAt(), seq, false);
  }

  private void store(JdbcClient tx, Scope scope, Origin origin, List<Staged> staged, Instant now) {
    if (staged.isEmpty()) {
      return;
    }
    tx.sql(Statements.STAGING).update();
    tx.sql("delete from staged_mention").update();
    copy(lines(scope, origin, staged));
    CrashPoint.reach("ingest.staged");
    tx.sql(Statements.CLAIM_OWN).update();
    tx.sql(Statements.INSERT_IDENTITIES).update();
    tx.sql(Statements.INSERT_MENTIONS).update();
    if (staged.stream().anyMatch(one -> !one.fresh)) {
      tx.sql(Statements.UPDATE_IDENTITIES).update();
      tx.sql(Statements.UPDATE_MENTIONS).param(now.atOffset(ZoneOffset.UTC)).update();
    }
  }

  /* As bytes: the driver takes characters in blocks, and an emoji on the edge of one is lost. */
  private void copy(String lines) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy staged_mention from stdin",
              new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The database did not take the words.", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static String lines(Scope scope, Origin origin, List<Staged> staged) {
    var lines = new StringBuilder(staged.size() * 1_000);
    for (Staged one : staged) {
      line(new StagedRow(lines), scope, origin, one);
    }
    return lines.toString();
  }

  /// In the order of the columns of the staging table.
  private static void line(StagedRow row, Scope scope, Origin origin, Staged one) {
    HeardWord word = one.word;
    Post post = word.spoken().post();
    row.add(one.fresh).add(word.key()).add(word.digest());
    row.add(scope.workspace().value()).add(one.mention).add(one.seq).add(one.heardAt);
    row.theirs(post.published()).add(origin.source()).add(word.handle()).add(word.fingerprint());
    row.add(post.author().followers());
    var counts = post.engagement();
    row.add(counts.likes()).add(counts.reposts()).add(counts.replies()).add(counts.views());
    row.add(word.own()).add(word.hidden()).add(word.topics());
    row.text(word.channel()).text(origin.placeOf(word.spoken())).text(post.id()).text(post.url());
    row.text(post.title()).text(post.text()).text(word.spoken().html()).text(word.language());
    row.text(post.author().id()).text(post.author().name()).text(post.author().url());
    row.text(post.inReplyTo()).text(word.spoken().threadRoot()).text(post.repostOf());
    row.text(MentionJson.extra(post)).text(MentionJson.understanding(word.understanding()));
    row.end();
  }

  /// Erases the words of what was taken back; the byline stays. Returns how many it were.
  private int erase(
      JdbcClient tx,
      Scope scope,
      Collection<UUID> gone,
      KnownIdentities known,
      Instant now,
      long seq) {
    int erased = 0;
    for (UUID key : gone) {
      var before = known.of(key);
      if (before == null) {
        tx.sql(Statements.REMEMBER_GONE)
            .param(scope.workspace().value())
            .param(key)
            .param(now.atOffset(ZoneOffset.UTC))
            .param(key)
            .update();
      } else if (!before.deleted()) {
        tx.sql(Statements.ERASE_IDENTITY).param(key).update();
        erased +=
            tx.sql(Statements.ERASE_MENTION)
                .param(seq + erased + 1)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(before.mention())
                .param(before.heardAt().atOffset(ZoneOffset.UTC))
                .update();
      }
    }
    return erased;
  }
}
