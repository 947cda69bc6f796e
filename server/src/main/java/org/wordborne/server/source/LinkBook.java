package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Which pages people linked, in which words, and which of them we have read.
final class LinkBook {
  /// A host is asked for a page at most so often…
  static final Duration BETWEEN_PAGES = Duration.ofMinutes(1);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(60);
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofHours(1);
  private static final int MOST_TRIES = 3;

  /// … for so many a day …
  private static final int MOST_OF_A_HOST = 20;

  /// … and all hosts together for so many.
  private static final int MOST_A_DAY = 200;

  private final Scope scope;
  private final JdbcClient tx;

  LinkBook(Scope scope, JdbcClient tx) {
    this.scope = scope;
    this.tx = tx;
  }

  /// A page whose turn has come.
  record Due(String url, String host, int tries) {}

  /// Takes back in which words pages were linked, for words that are heard anew.
  void forget(Collection<UUID> mentions) {
    if (!mentions.isEmpty()) {
      tx.sql("delete from link_said where mention_id = any(?)")
          .param(mentions.toArray(UUID[]::new))
          .update();
    }
  }

  /// Notes that a word linked these pages.
  void say(UUID mention, Instant at, Set<String> urls) {
    for (String url : urls) {
      see(url, at);
      tx.sql(
              """
              insert into link_said (workspace_id, mention_id, url, at) values (?, ?, ?, ?)
              on conflict do nothing""")
          .params(scope.workspace().value(), mention, url, at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private void see(String url, Instant at) {
    tx.sql(
            """
            insert into link_seen (workspace_id, url, host, first_at, next_at)
            values (?, ?, ?, ?, ?) on conflict do nothing""")
        .params(
            scope.workspace().value(),
            url,
            WebPlace.host(url),
            at.atOffset(ZoneOffset.UTC),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A link led on to another page: whoever linked the one linked the other.
  void ledOn(String from, String to, Instant now) {
    see(to, now);
    tx.sql(
            """
            insert into link_said (workspace_id, mention_id, url, at)
            select workspace_id, mention_id, ?, at from link_said where url = ?
            on conflict do nothing""")
        .params(to, from)
        .update();
    settle(from, "read", "It leads on to " + to);
  }

  /// Whether any page waits to be read.
  boolean anyDue(Instant now) {
    return tx.sql(
            """
            select exists (select 1 from link_seen
              where workspace_id = ? and state = 'waiting' and next_at <= ? and tries < ?)""")
        .params(scope.workspace().value(), now.atOffset(ZoneOffset.UTC), MOST_TRIES)
        .query(Boolean.class)
        .single();
  }

  /// Takes the next page whose turn it is, if any: of the host that was asked least today, and of
  /// those the one that was linked first. Taken is noted at once, so a stop in the middle asks
  /// nobody twice in a row.
  ///
  /// @param known hosts that are listened to already
  Optional<Due> next(Set<String> known, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    var dayBefore = now.minus(DAY).atOffset(ZoneOffset.UTC);
    long today =
        tx.sql("select count(*) from link_seen where workspace_id = ? and read_at > ?")
            .params(scope.workspace().value(), dayBefore)
            .query(Long.class)
            .single();
    if (today >= MOST_A_DAY) {
      return Optional.empty();
    }
    return tx.sql(
            """
            update link_seen set tries = tries + 1, read_at = ?, next_at = ?
            where workspace_id = ? and url = (
              select l.url from link_seen l
              cross join lateral (
                select count(*) as pages, max(r.read_at) as last from link_seen r
                where r.workspace_id = l.workspace_id and r.host = l.host and r.read_at > ?) asked
              where l.workspace_id = ? and l.state = 'waiting' and l.next_at <= ?
                and l.tries < ? and l.host <> all(?)
                and asked.pages < ? and (asked.last is null or asked.last <= ?)
                and exists (select 1 from link_said s
                  where s.workspace_id = l.workspace_id and s.url = l.url)
                and not exists (select 1 from source_proposal p
                  where p.workspace_id = l.workspace_id and p.host = l.host
                    and (p.state <> 'declined' or l.first_at <= p.decided_at))
              order by asked.pages, l.first_at, l.url limit 1)
            returning url, host, tries""")
        .param(at)
        .param(now.plus(BEFORE_ANOTHER_TRY).atOffset(ZoneOffset.UTC))
        .param(scope.workspace().value())
        .param(dayBefore)
        .param(scope.workspace().value())
        .param(at)
        .param(MOST_TRIES)
        .param(known.toArray(String[]::new))
        .param(MOST_OF_A_HOST)
        .param(now.minus(BETWEEN_PAGES).atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Due(row.getString(1), row.getString(2), row.getInt(3)))
        .optional();
  }

  /// A page was read, or is closed to us.
  void settle(String url, String state, String why) {
    tx.sql("update link_seen set state = ?, why = ? where workspace_id = ? and url = ?")
        .params(state, why, scope.workspace().value(), url)
        .update();
  }

  /// A page could not be read: it is tried again in an hour, three times in all.
  void failed(Due page, String why) {
    settle(page.url(), page.tries() >= MOST_TRIES ? "faulty" : "waiting", why);
  }

  /// Which words linked pages of a host, the newest first.
  List<UUID> saying(String host, int most) {
    return tx.sql(
            """
            select s.mention_id, max(s.at) as last from link_said s
            join link_seen l on l.workspace_id = s.workspace_id and l.url = s.url
            where l.workspace_id = ? and l.host = ?
            group by s.mention_id order by last desc limit ?""")
        .params(scope.workspace().value(), host, most)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Gives up what was tried as often as may be and never came to an end, as where the program was
  /// stopped in the middle; forgets what is long past.
  void prune(Instant now) {
    tx.sql(
            """
            update link_seen set state = 'faulty', why = 'No try came to an end.'
            where workspace_id = ? and state = 'waiting' and next_at <= ? and tries >= ?""")
        .params(scope.workspace().value(), now.atOffset(ZoneOffset.UTC), MOST_TRIES)
        .update();
    var past = now.minus(KEPT).atOffset(ZoneOffset.UTC);
    tx.sql(
            """
            delete from link_said s where s.workspace_id = ? and s.at < ? and not exists (
              select 1 from proposal_evidence e
              where e.workspace_id = s.workspace_id and e.url = s.url)""")
        .params(scope.workspace().value(), past)
        .update();
    tx.sql(
            """
            delete from link_seen l where l.workspace_id = ? and l.first_at < ? and not exists (
              select 1 from link_said s
              where s.workspace_id = l.workspace_id and s.url = l.url)""")
        .params(scope.workspace().value(), past)
        .update();
  }
}
