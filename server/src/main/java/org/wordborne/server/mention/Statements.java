package org.wordborne.server.mention;

/// The statements that write mentions.
final class Statements {
  private Statements() {}

  private static final String COLUMNS =
      """
      workspace_id, id, seq, heard_at, published_at, source_id, handle, fingerprint, followers,
      likes, reposts, replies, views, own, hidden, topics, channel, origin, native_id, url, title,
      text, html, language, author_id, author_name, author_url, in_reply_to, thread_root,
      repost_of, extra, understanding""";

  static final String STAGING =
      """
      create temporary table if not exists staged_mention (
        fresh boolean, key uuid, digest uuid,
        workspace_id uuid, id uuid, seq bigint, heard_at timestamptz, published_at timestamptz,
        source_id uuid, handle uuid, fingerprint bigint, followers bigint, likes bigint,
        reposts bigint, replies bigint, views bigint, own boolean, hidden boolean, topics uuid[],
        channel text, origin text, native_id text, url text, title text, text text, html text,
        language text, author_id text, author_name text, author_url text, in_reply_to text,
        thread_root text, repost_of text, extra text, understanding text
      ) on commit delete rows""";

  /* We may have said it while it was being heard. */
  static final String CLAIM_OWN =
      """
      update staged_mention s set own = true from own_word o
      where o.workspace_id = s.workspace_id and o.key = s.key and not s.own""";

  static final String INSERT_IDENTITIES =
      """
      insert into mention_identity (workspace_id, key, mention_id, heard_at, digest)
      select workspace_id, key, id, heard_at, digest from staged_mention where fresh""";

  static final String INSERT_MENTIONS =
      "insert into mention ("
          + COLUMNS
          + ") select "
          + COLUMNS
          + " from staged_mention where fresh";

  static final String UPDATE_IDENTITIES =
      """
      update mention_identity i set digest = s.digest from staged_mention s
      where not s.fresh and i.workspace_id = s.workspace_id and i.key = s.key""";

  /* The markup of an old post is gone by its time, and stays gone. */
  static final String UPDATE_MENTIONS =
      """
      update mention m set
        edited_at = case when m.text <> s.text or m.title <> s.title then ? else m.edited_at end,
        seq = s.seq, published_at = s.published_at, handle = s.handle,
        fingerprint = s.fingerprint, followers = s.followers, likes = s.likes,
        reposts = s.reposts, replies = s.replies, views = s.views, own = s.own,
        hidden = s.hidden, topics = s.topics, url = s.url, title = s.title, text = s.text,
        html = case when m.heard_at < (
            select least(r.raw_upto, now()) from retention r
            where r.source_id = '00000000-0000-0000-0000-000000000000')
          then '' else s.html end, language = s.language, author_id = s.author_id,
        author_name = s.author_name, author_url = s.author_url, in_reply_to = s.in_reply_to,
        thread_root = s.thread_root, repost_of = s.repost_of, extra = s.extra,
        understanding = s.understanding
      from staged_mention s
      where not s.fresh and m.id = s.id and m.heard_at = s.heard_at""";

  static final String REMEMBER_GONE =
      """
      insert into mention_identity (workspace_id, key, heard_at, digest, deleted)
      values (?, ?, ?, ?, true) on conflict do nothing""";

  static final String ERASE_IDENTITY = "update mention_identity set deleted = true where key = ?";

  static final String ERASE_MENTION =
      """
      update mention set seq = ?, deleted_at = ?, text = '', title = '', html = '', extra = '',
        url = '', understanding = '', corrected = null, fingerprint = 0
      where id = ? and heard_at = ?""";

  /* Who spoke goes with what was said; what ties it to others stays until every follower saw it. */
  static final String FORGET =
      """
      with gone as (
        select id, heard_at, row_number() over (order by seq) as turn from mention
        where id = any(?) and deleted_at is null)
      update mention m set seq = ? + g.turn, deleted_at = ?, text = '', title = '', html = '',
        extra = '', url = '', understanding = '', corrected = null, fingerprint = 0,
        author_id = '', author_name = '', author_url = '', followers = 0
      from gone g where m.id = g.id and m.heard_at = g.heard_at""";

  static final String GONE_IDENTITIES =
      """
      update mention_identity set deleted = true
      where workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid
        and key = any(?)""";
}
