package org.wordborne.server.campaign.contest;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;

/// The table of contests.
final class ContestBook {
  private ContestBook() {}

  static Optional<Contest> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from contest where campaign_id = ?")
        .param(id)
        .query(Contest::read)
        .optional();
  }

  static Contest get(JdbcClient tx, UUID id) {
    return find(tx, id).orElseThrow(() -> missing(id));
  }

  /// As [#get], and nobody else changes it or enters until `tx` ends.
  static Contest hold(JdbcClient tx, UUID id) {
    return tx.sql("select * from contest where campaign_id = ? for update")
        .param(id)
        .query(Contest::read)
        .optional()
        .orElseThrow(() -> missing(id));
  }

  private static NotFoundException missing(UUID id) {
    return new NotFoundException("The campaign " + id + " has no contest.");
  }

  static List<Contest> unsealed(JdbcClient tx) {
    return tx.sql("select * from contest where sealed_at is null").query(Contest::read).list();
  }

  static List<Contest> all(JdbcClient tx) {
    return tx.sql("select * from contest").query(Contest::read).list();
  }

  static void write(Scope scope, JdbcClient tx, Contest contest, Instant now) {
    tx.sql(
            """
            insert into contest (workspace_id, campaign_id, tag, question, opens_at, closes_at, zone,
              min_age, regions, per_person, by_post, by_form, referral_chances, alternates,
              claim_days, appeal_days, address_key, made_at)
            values (:workspace, :id, :tag, :question, :opens, :closes, :zone, :age, :regions, :per,
              :post, :form, :chances, :alternates, :claim, :appeal, :key, :now)
            on conflict (workspace_id, campaign_id) do update set tag = excluded.tag,
              question = excluded.question, opens_at = excluded.opens_at,
              closes_at = excluded.closes_at, zone = excluded.zone, min_age = excluded.min_age,
              regions = excluded.regions, per_person = excluded.per_person,
              by_post = excluded.by_post, by_form = excluded.by_form,
              referral_chances = excluded.referral_chances, alternates = excluded.alternates,
              claim_days = excluded.claim_days, appeal_days = excluded.appeal_days\
            """)
        .param("workspace", scope.workspace().value())
        .param("id", contest.id())
        .param("tag", contest.tag())
        .param("question", contest.question())
        .param("opens", Timestamp.from(contest.opensAt()))
        .param("closes", Timestamp.from(contest.closesAt()))
        .param("zone", contest.zone().getId())
        .param("age", contest.minAge())
        .param("regions", contest.regions().toArray(String[]::new))
        .param("per", contest.perPerson())
        .param("post", contest.byPost())
        .param("form", contest.byForm())
        .param("chances", contest.referralChances())
        .param("alternates", contest.alternates())
        .param("claim", contest.claimDays())
        .param("appeal", contest.appealDays())
        .param("key", contest.addressKey())
        .param("now", Timestamp.from(now))
        .update();
  }

  static void move(JdbcClient tx, UUID contest, Instant opens, Instant closes, ZoneId zone) {
    tx.sql("update contest set opens_at = ?, closes_at = ?, zone = ? where campaign_id = ?")
        .params(Timestamp.from(opens), Timestamp.from(closes), zone.getId(), contest)
        .update();
  }

  /// Takes the next number; the caller holds the row.
  static int number(JdbcClient tx, UUID contest) {
    return tx.sql(
            """
            update contest set last_number = last_number + 1 where campaign_id = ?
            returning last_number\
            """)
        .param(contest)
        .query(Integer.class)
        .single();
  }

  static void judged(JdbcClient tx, UUID contest, int upto) {
    tx.sql("update contest set judged_upto = ? where campaign_id = ?")
        .params(upto, contest)
        .update();
  }

  static void mark(JdbcClient tx, UUID contest, String what, Instant at) {
    String column = what.equals("sealed") ? "sealed_at" : "drawn_at";
    tx.sql("update contest set " + column + " = ? where campaign_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), contest)
        .update();
  }
}
