package org.wordborne.server.mention;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// What people said, and what it was taken to mean.
@Component
final class MentionCustodian implements Custodian {
  private static final String KEPT = "as the source says, 13 months unless changed";

  @Override
  public String name() {
    return "mentions";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "what people said, where and when",
                "mention.title",
                "mention.text",
                "mention.url",
                "mention.extra",
                "mention.language",
                "mention.channel",
                "mention.origin",
                "mention.native_id",
                "mention.in_reply_to",
                "mention.thread_root",
                "mention.repost_of")
            .serves("to hear, search and answer what is said about the brand", INTEREST)
            .kept(KEPT)
            .leavesTo("whoever exports it here; the search index in the data folder")
            .erasedBy("mentions"),
        of("the post as it came", "mention.html")
            .serves("to show a post as its author laid it out", INTEREST)
            .kept("30 days unless changed")
            .erasedBy("mentions"),
        of("who said it", "mention.author_id", "mention.author_name", "mention.author_url")
            .serves("to know who is answered, and who speaks often", INTEREST)
            .kept(KEPT)
            .leavesTo("whoever exports it here; the search index in the data folder")
            .erasedBy("mentions"),
        of(
                "what a model took it to mean, and a person corrected",
                "mention.understanding",
                "mention.corrected",
                "mention_correction.judgement",
                "mention_correction.said",
                "mention_correction.corrected")
            .serves("to tell a complaint from praise", INTEREST)
            .kept(KEPT)
            .erasedBy("mentions"),
        notPersonal(
            "names of programs and topics, no words",
            "follower_cursor.name",
            "mention_backfill.topics"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql(
                """
                select id, heard_at, published_at, edited_at, deleted_at, channel, origin, native_id,
                  url, title, text, html, language, author_id, author_name, author_url, followers,
                  likes, reposts, replies, views, in_reply_to, thread_root, repost_of, extra,
                  understanding, corrected
                from mention where id = any(?) and handle = any(?) order by seq""")
            .params(subject.theirIds(), subject.handleIds()),
        "mention",
        out);
    ExportRows.hand(
        tx.sql("select * from mention_correction where mention_id = any(?) order by at")
            .param(subject.theirIds()),
        "correction",
        out);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql("delete from mention_correction where mention_id = any(?)")
        .param(subject.wordIds())
        .update();
    // Of ours and of what repeats them it stays known that they are gone: they come again.
    var theirs = subject.words().stream().filter(Subject.Word::theirs).toList();
    tx.sql("delete from mention_identity where workspace_id = ? and key = any(?)")
        .params(scope.workspace().value(), Forgetting.keys(theirs))
        .update();
    tx.sql(
            """
            update mention set native_id = 'forgotten:' || id, origin = '', url = '', title = '',
              text = '', html = '', extra = '', language = '', understanding = '',
              corrected = null, fingerprint = 0, author_id = '', author_name = '',
              author_url = '', followers = 0, in_reply_to = '', thread_root = '', repost_of = '',
              handle = '00000000-0000-0000-0000-000000000000'
            where id = any(?)""")
        .param(subject.wordIds())
        .update();
    for (String column : List.of("in_reply_to", "thread_root", "repost_of")) {
      rename(tx, subject, column);
    }
  }

  /* Who answered them named their word by its number there, which may hold their name. */
  private static void rename(JdbcClient tx, Subject subject, String column) {
    String statement =
        switch (column) {
          case "in_reply_to" -> "update mention m set in_reply_to = r.now %s m.in_reply_to = r.was";
          case "thread_root" -> "update mention m set thread_root = r.now %s m.thread_root = r.was";
          default -> "update mention m set repost_of = r.now %s m.repost_of = r.was";
        };
    tx.sql(
            statement.formatted(
                "from unnest(?::text[], ?::text[]) as r(was, now) where m.id = any(?) and"))
        .params(subject.nativeIds(), subject.replacements(), subject.aroundIds())
        .update();
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql("delete from mention_correction where mention_id = any(?)").param(words.ids()).update();
    // It stays known that they were heard: a feed that lists them still must not bring them back.
    tx.sql(Statements.GONE_IDENTITIES).param(keys(tx, words)).update();
    tx.sql("delete from mention where id = any(?)").param(words.ids()).update();
  }

  private static UUID[] keys(JdbcClient tx, RetiredWords words) {
    return tx.sql("select channel, origin, native_id from mention where id = any(?)")
        .param(words.ids())
        .query((row, _) -> Digests.key(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .toArray(UUID[]::new);
  }
}
