package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.NotFoundException;

/// What a contest has from its campaign: name, state, time, and the rules.
record CampaignGround(
    UUID id,
    String name,
    String state,
    ZoneId zone,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Instant closedAt) {

  static CampaignGround get(JdbcClient tx, UUID campaign) {
    return one(tx, campaign, "");
  }

  /// As [#get], and the campaign neither starts nor closes until `tx` ends. Held before the
  /// contest.
  static CampaignGround hold(JdbcClient tx, UUID campaign) {
    return one(tx, campaign, " for update");
  }

  private static CampaignGround one(JdbcClient tx, UUID campaign, String how) {
    return tx.sql("select * from campaign where id = ?" + how)
        .param(campaign)
        .query(
            (row, _) ->
                new CampaignGround(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("state"),
                    ZoneId.of(row.getString("zone")),
                    Contest.maybe(row, "starts_at"),
                    Contest.maybe(row, "ends_at"),
                    Contest.maybe(row, "closed_at")))
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no campaign " + campaign + "."));
  }

  boolean isRunning() {
    return state.equals("running");
  }

  boolean wasStarted() {
    return !state.equals("draft") && !state.equals("ready");
  }

  /// When its contest takes no entry any more: as announced, or when the campaign was closed early.
  Instant closes(Contest contest) {
    return closedAt != null && closedAt.isBefore(contest.closesAt())
        ? closedAt
        : contest.closesAt();
  }

  /// A version of the rules.
  record Rules(int version, String language, String text, String hash) {}

  /// The newest rules in a language, else in any.
  static Optional<Rules> rules(JdbcClient tx, UUID campaign, String language) {
    return tx.sql(
            """
            select version, language, text, hash from campaign_rules where campaign_id = ?
            order by language = ? desc, version desc limit 1\
            """)
        .params(campaign, language)
        .query(
            (row, _) ->
                new Rules(
                    row.getInt("version"),
                    row.getString("language"),
                    row.getString("text"),
                    row.getString("hash")))
        .optional();
  }

  /// The number of the newest version; 0 where no rules were written.
  static int rulesVersion(JdbcClient tx, UUID campaign) {
    return tx.sql("select coalesce(max(version), 0) from campaign_rules where campaign_id = ?")
        .param(campaign)
        .query(Integer.class)
        .single();
  }
}
