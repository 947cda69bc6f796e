package org.wordborne.server.campaign.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as it is kept, without what its entrant gave in confidence.
record Entered(
    UUID id,
    UUID contest,
    int number,
    String code,
    String way,
    @Nullable UUID mention,
    @Nullable UUID handle,
    String words,
    String digest,
    int group,
    int weight,
    String status,
    int rulesVersion,
    String language,
    String region,
    @Nullable UUID referrer,
    Instant receivedAt) {

  static final String VALID = "valid";

  static Entered read(ResultSet row, int number) throws SQLException {
    return new Entered(
        row.getObject("id", UUID.class),
        row.getObject("contest", UUID.class),
        row.getInt("number"),
        row.getString("code"),
        row.getString("way"),
        row.getObject("mention_id", UUID.class),
        row.getObject("handle", UUID.class),
        row.getString("words"),
        row.getString("digest"),
        row.getInt("group_no"),
        row.getInt("weight"),
        row.getString("status"),
        row.getInt("rules_version"),
        row.getString("language"),
        row.getString("region"),
        row.getObject("referrer", UUID.class),
        Contest.at(row, "received_at"));
  }

  boolean isValid() {
    return status.equals(VALID);
  }
}
