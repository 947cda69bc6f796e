package org.wordborne.server.campaign.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;

/// What a campaign promises to those who tell friends.
///
/// @param windowDays for how long after joining a link counts
/// @param reward for each friend; may be nothing
/// @param budget of all rewards; promises never exceed it
record Programme(
    UUID id, UUID campaign, int windowDays, Money reward, Money budget, Instant endsAt) {

  static Optional<Programme> of(JdbcClient tx, UUID campaign) {
    return tx.sql("select * from programme where campaign_id = ?")
        .param(campaign)
        .query(Programme::read)
        .optional();
  }

  static Programme get(JdbcClient tx, UUID campaign) {
    return of(tx, campaign)
        .orElseThrow(() -> new NotFoundException("The campaign " + campaign + " has no referral."));
  }

  static Programme byId(JdbcClient tx, UUID id) {
    return tx.sql("select * from programme where id = ?")
        .param(id)
        .query(Programme::read)
        .optional()
        .orElseThrow(() -> new NotFoundException("There is nothing at this address."));
  }

  static List<Programme> all(JdbcClient tx) {
    return tx.sql("select * from programme order by made_at").query(Programme::read).list();
  }

  private static Programme read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Programme(
        row.getObject("id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getInt("window_days"),
        new Money(row.getLong("reward_minor"), currency),
        new Money(row.getLong("budget_minor"), currency),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }

  String book() {
    return "rewards/" + id;
  }
}
