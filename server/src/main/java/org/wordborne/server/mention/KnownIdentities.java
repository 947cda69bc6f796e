package org.wordborne.server.mention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which posts were heard before, by key.
record KnownIdentities(Map<UUID, Known> byKey) {

  /// A post that was heard before.
  ///
  /// @param mention its mention; null where it was taken back before it was heard
  record Known(@Nullable UUID mention, Instant heardAt, UUID digest, boolean deleted) {}

  /// Looks up keys.
  static KnownIdentities find(JdbcClient tx, Collection<UUID> keys) {
    var byKey = new HashMap<UUID, Known>();
    tx.sql(
            """
            select key, mention_id, heard_at, digest, deleted from mention_identity
            where workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid
              and key = any(?)""")
        .param(keys.toArray(UUID[]::new))
        .query(
            row -> {
              byKey.put(
                  row.getObject("key", UUID.class),
                  new Known(
                      row.getObject("mention_id", UUID.class),
                      row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                      row.getObject("digest", UUID.class),
                      row.getBoolean("deleted")));
            });
    return new KnownIdentities(byKey);
  }

  @Nullable Known of(UUID key) {
    return byKey.get(key);
  }

  /// Whether hearing it again would change nothing: the same content, or taken back for good.
  boolean isSettled(UUID key, UUID digest) {
    Known known = byKey.get(key);
    return known != null && (known.deleted || known.digest.equals(digest));
  }
}
