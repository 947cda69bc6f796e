package org.wordborne.server.workspace.act;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.effect.LogLine;
import org.wordborne.server.workspace.Sha256;

/// A line of the book of acts, as it is hashed.
///
/// @param number in its workspace, from 1 without a gap
/// @param id of the act; its further lines carry the same
/// @param byName empty for somebody without an account
/// @param changes how many rows it changed; of more than 500 the first 500 are kept
/// @param digest SHA-256 over the digests of the changes in their order, empty for none
/// @param facts ids, codes and amounts of what the program did by itself
record ActLine(
    long number,
    UUID id,
    int step,
    Instant at,
    @Nullable UUID byId,
    String byName,
    String role,
    ActWay way,
    String deed,
    boolean refused,
    @Nullable UUID about,
    int changes,
    String digest,
    SortedMap<String, String> facts) {

  /// The hash of this line after one with the hash `previous`, as `docs/audit.md` describes.
  String hash(String previous) {
    var said = new TreeMap<String, String>();
    facts.forEach((name, value) -> said.put("fact." + name, value));
    said.put("about", about == null ? "" : about.toString());
    said.put("act", id.toString());
    said.put("by", byId == null ? "" : byId.toString());
    said.put("changes", Integer.toString(changes));
    said.put("digest", digest);
    said.put("outcome", outcome());
    said.put("role", role);
    said.put("step", Integer.toString(step));
    said.put("way", way.word());
    return LogLine.hash(previous, number, at, byName, deed, said);
  }

  String outcome() {
    return refused ? "refused" : "done";
  }

  /// One digest of many.
  static String digest(List<byte[]> digests) {
    if (digests.isEmpty()) {
      return "";
    }
    var all = new ByteArrayOutputStream();
    digests.forEach(all::writeBytes);
    return Sha256.hex(all.toByteArray());
  }

  static ActLine of(ResultSet row, int index) throws SQLException {
    return new ActLine(
        row.getLong("number"),
        row.getObject("id", UUID.class),
        row.getInt("step"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("by_id", UUID.class),
        row.getString("by_name"),
        row.getString("role"),
        ActWay.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        row.getString("deed"),
        row.getString("outcome").equals("refused"),
        row.getObject("about", UUID.class),
        row.getInt("changes"),
        row.getString("digest"),
        facts(row.getString("facts")));
  }

  private static SortedMap<String, String> facts(String written) {
    var facts = new TreeMap<String, String>();
    written
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              facts.put(line.substring(0, equals), plain(line.substring(equals + 1)));
            });
    return facts;
  }

  private static String plain(String escaped) {
    return escaped.translateEscapes();
  }
}
