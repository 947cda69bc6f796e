package org.wordborne.server.campaign.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a contest asks, of whom, and until when.
///
/// @param id the campaign's
/// @param tag hashtag without its sign
/// @param regions where an entrant may live; empty for anywhere
/// @param perPerson how many entries of one person count
/// @param referralChances how many chances at most somebody gains by telling others; 0 for none
/// @param addressKey what network addresses and mail addresses are hashed with, here alone
record Contest(
    UUID id,
    String tag,
    String question,
    Instant opensAt,
    Instant closesAt,
    ZoneId zone,
    int minAge,
    List<String> regions,
    int perPerson,
    boolean byPost,
    boolean byForm,
    int referralChances,
    int alternates,
    int claimDays,
    int appealDays,
    byte[] addressKey,
    int lastNumber,
    int judgedUpto,
    @Nullable Instant sealedAt,
    @Nullable Instant drawnAt) {

  static Contest read(ResultSet row, int number) throws SQLException {
    return new Contest(
        row.getObject("campaign_id", UUID.class),
        row.getString("tag"),
        row.getString("question"),
        at(row, "opens_at"),
        at(row, "closes_at"),
        ZoneId.of(row.getString("zone")),
        row.getInt("min_age"),
        List.of((String[]) row.getArray("regions").getArray()),
        row.getInt("per_person"),
        row.getBoolean("by_post"),
        row.getBoolean("by_form"),
        row.getInt("referral_chances"),
        row.getInt("alternates"),
        row.getInt("claim_days"),
        row.getInt("appeal_days"),
        row.getBytes("address_key"),
        row.getInt("last_number"),
        row.getInt("judged_upto"),
        maybe(row, "sealed_at"),
        maybe(row, "drawn_at"));
  }

  static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /// Whether `at` lies in the time for entries; the last second counts, the close does not.
  boolean isOpen(Instant at) {
    return !at.isBefore(opensAt) && at.isBefore(closesAt) && sealedAt == null;
  }

  /// The book of its prizes.
  String prizeBook() {
    return "prizes/" + id;
  }

  /// The book of what was decided about its entries.
  String log() {
    return "adjudication/" + id;
  }
}
