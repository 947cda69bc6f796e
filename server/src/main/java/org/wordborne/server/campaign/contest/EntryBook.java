package org.wordborne.server.campaign.contest;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;

/// The table of entries.
final class EntryBook {
  private EntryBook() {}

  /// What is written of an entry beside what everybody may read.
  record Secret(
      @Nullable String mailHash,
      byte @Nullable [] mail,
      byte @Nullable [] name,
      byte[] salt,
      byte[] key,
      @Nullable Long millis,
      @Nullable String addressHash) {}

  static void write(Scope scope, JdbcClient tx, Entered entry, Secret secret) {
    tx.sql(
            """
            insert into entry (workspace_id, id, contest, number, code, way, mention_id, handle,
              mail_hash, mail, name, words, salt, digest, group_no, weight, status, rules_version,
              language, region, form_ms, address_hash, referrer, key, received_at)
            values (:workspace, :id, :contest, :number, :code, :way, :mention, :handle, :mailHash,
              :mail, :name, :words, :salt, :digest, :group, :weight, :status, :rules, :language,
              :region, :millis, :address, :referrer, :key, :at)""")
        .param("workspace", scope.workspace().value())
        .param("id", entry.id())
        .param("contest", entry.contest())
        .param("number", entry.number())
        .param("code", entry.code())
        .param("way", entry.way())
        .param("mention", entry.mention(), Types.OTHER)
        .param("handle", entry.handle(), Types.OTHER)
        .param("mailHash", secret.mailHash(), Types.VARCHAR)
        .param("mail", secret.mail(), Types.BINARY)
        .param("name", secret.name(), Types.BINARY)
        .param("words", entry.words())
        .param("salt", secret.salt())
        .param("digest", entry.digest())
        .param("group", entry.group())
        .param("weight", entry.weight())
        .param("status", entry.status())
        .param("rules", entry.rulesVersion())
        .param("language", entry.language())
        .param("region", entry.region())
        .param("millis", secret.millis(), Types.BIGINT)
        .param("address", secret.addressHash(), Types.VARCHAR)
        .param("referrer", entry.referrer(), Types.OTHER)
        .param("key", secret.key())
        .param("at", Timestamp.from(entry.receivedAt()))
        .update();
  }

  static List<Entered> all(JdbcClient tx, UUID contest) {
    return tx.sql("select * from entry where contest = ? order by number")
        .param(contest)
        .query(Entered::read)
        .list();
  }

  static Optional<Entered> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from entry where id = ?").param(id).query(Entered::read).optional();
  }

  static Entered get(JdbcClient tx, UUID id) {
    return find(tx, id).orElseThrow(() -> new NotFoundException("There is no entry " + id + "."));
  }

  /// An entry of the workspace by its code, whatever the contest.
  static Optional<Entered> byCode(JdbcClient tx, String code) {
    return tx.sql("select * from entry where code = ?").param(code).query(Entered::read).optional();
  }

  static Entered byNumber(JdbcClient tx, UUID contest, int number) {
    return tx.sql("select * from entry where contest = ? and number = ?")
        .params(contest, number)
        .query(Entered::read)
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no entry " + number + "."));
  }

  static List<Entered> ofMail(JdbcClient tx, UUID contest, String mailHash) {
    return tx.sql("select * from entry where contest = ? and mail_hash = ? order by number")
        .params(contest, mailHash)
        .query(Entered::read)
        .list();
  }

  static List<Entered> ofHandle(JdbcClient tx, UUID contest, UUID handle) {
    return tx.sql("select * from entry where contest = ? and handle = ? order by number")
        .params(contest, handle)
        .query(Entered::read)
        .list();
  }

  static List<Entered> ofMentions(JdbcClient tx, Collection<UUID> mentions) {
    return tx.sql("select * from entry where mention_id = any(?)")
        .param(mentions.toArray(UUID[]::new))
        .query(Entered::read)
        .list();
  }

  static boolean isGroup(JdbcClient tx, UUID contest, int group) {
    return tx.sql("select exists (select 1 from entry where contest = ? and group_no = ?)")
        .params(contest, group)
        .query(Boolean.class)
        .single();
  }

  /// One of the sealed texts of an entry; null when it was never given or is forgotten.
  static byte @Nullable [] secret(JdbcClient tx, UUID id, String what) {
    String column =
        switch (what) {
          case "mail", "name", "key", "claim" -> what;
          default -> throw new IllegalArgumentException(what);
        };
    return tx.sql("select " + column + " from entry where id = ?")
        .param(id)
        .query((row, _) -> new Bytes(row.getBytes(1)))
        .optional()
        .map(Bytes::bytes)
        .orElse(null);
  }

  private record Bytes(byte @Nullable [] bytes) {}

  static void claim(JdbcClient tx, UUID id, byte @Nullable [] sealed) {
    tx.sql("update entry set claim = :claim where id = :id")
        .param("claim", sealed, Types.BINARY)
        .param("id", id)
        .update();
  }

  static void status(JdbcClient tx, UUID id, String status) {
    tx.sql("update entry set status = ? where id = ?").params(status, id).update();
  }

  /// How many valid entries somebody brought by telling others.
  static int brought(JdbcClient tx, UUID referrer) {
    return tx.sql("select count(*) from entry where referrer = ? and status = 'valid'")
        .param(referrer)
        .query(Integer.class)
        .single();
  }

  static void weigh(JdbcClient tx, UUID id, int weight) {
    tx.sql("update entry set weight = ? where id = ?").params(weight, id).update();
  }

  /// Takes away everything that tells who it was or what they said; code and digest stay.
  static void forget(JdbcClient tx, Contest contest, Entered entry) {
    silence(tx, contest, entry);
    tx.sql(
            """
            update entry set mail = null, mail_hash = null, name = null, claim = null, key = null,
              address_hash = null, handle = null, region = '', form_ms = null, referrer = null
            where id = ?""")
        .param(entry.id())
        .update();
  }

  /// Takes away what was said and where; who it was may still win. Of where it was said a mark
  /// stays that means nothing outside of the contest, so that it is not taken for a new entry.
  static void silence(JdbcClient tx, Contest contest, Entered entry) {
    UUID mention = entry.mention();
    tx.sql(
            """
            update entry set words = '', salt = null, mention_id = null,
              mention_mark = coalesce(:mark, mention_mark)
            where id = :id""")
        .param("mark", mention == null ? null : mark(contest, mention), Types.VARCHAR)
        .param("id", entry.id())
        .update();
  }

  private static String mark(Contest contest, UUID mention) {
    return Secrets.hash(contest.addressKey(), mention.toString());
  }

  /// Whether an entry came by these words and was forgotten.
  static boolean wasForgotten(JdbcClient tx, Contest contest, UUID mention) {
    return tx.sql("select exists (select 1 from entry where contest = ? and mention_mark = ?)")
        .params(contest.id(), mark(contest, mention))
        .query(Boolean.class)
        .single();
  }

  /// Network addresses are kept, as hashes, no longer than thirty days.
  static void dropAddresses(JdbcClient tx, Instant before) {
    tx.sql(
            "update entry set address_hash = null where address_hash is not null and received_at < ?")
        .param(Timestamp.from(before))
        .update();
  }
}
