package org.wordborne.server.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/* The rows of campaigns. */
final class CampaignBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CampaignBook() {}

  static List<CampaignRecord> all(JdbcClient tx) {
    return tx.sql("select * from campaign order by coalesce(starts_at, made_at) desc, id")
        .query(CampaignBook::read)
        .list();
  }

  static CampaignRecord get(JdbcClient tx, UUID id) {
    return one(tx, id, "");
  }

  /* Held until the transaction ends: deeds at one campaign follow each other. */
  static CampaignRecord locked(JdbcClient tx, UUID id) {
    return one(tx, id, " for update");
  }

  private static CampaignRecord one(JdbcClient tx, UUID id, String how) {
    return tx.sql("select * from campaign where id = ?" + how)
        .param(id)
        .query(CampaignBook::read)
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no campaign " + id + "."));
  }

  static void insert(Scope scope, JdbcClient tx, CampaignRecord made) {
    try {
      tx.sql(
              """
              insert into campaign (workspace_id, id, name, owner_id, state, zone, starts_at,
                ends_at, budget_minor, currency, brief, topic_ids, made_at, started_at, closed_at)
              values (:workspace, :id, :name, :owner::uuid, :state, :zone, :starts::timestamptz,
                :ends::timestamptz, :budget::bigint, :currency, :brief, :topics, :made,
                :started::timestamptz, :closed::timestamptz)\
              """)
          .param("workspace", scope.workspace().value())
          .param("id", made.id())
          .param("name", made.name())
          .param("owner", made.owner())
          .param("state", made.state())
          .param("zone", made.zone().getId())
          .param("starts", at(made.startsAt()))
          .param("ends", at(made.endsAt()))
          .param("budget", made.budget() == null ? null : made.budget().minor())
          .param("currency", made.currency())
          .param("brief", JSON.writeValueAsString(made.brief()))
          .param("topics", made.topics().toArray(UUID[]::new))
          .param("made", at(made.madeAt()))
          .param("started", at(made.startedAt()))
          .param("closed", at(made.closedAt()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw nameTaken(made.name());
    }
  }

  static void update(JdbcClient tx, CampaignRecord changed) {
    try {
      tx.sql(
              """
              update campaign set name = :name, owner_id = :owner::uuid, state = :state,
                zone = :zone, starts_at = :starts::timestamptz, ends_at = :ends::timestamptz,
                budget_minor = :budget::bigint, currency = :currency, brief = :brief,
                topic_ids = :topics, started_at = :started::timestamptz,
                closed_at = :closed::timestamptz, overridden = :overridden
              where id = :id\
              """)
          .param("id", changed.id())
          .param("name", changed.name())
          .param("owner", changed.owner())
          .param("state", changed.state())
          .param("zone", changed.zone().getId())
          .param("starts", at(changed.startsAt()))
          .param("ends", at(changed.endsAt()))
          .param("budget", changed.budget() == null ? null : changed.budget().minor())
          .param("currency", changed.currency())
          .param("brief", JSON.writeValueAsString(changed.brief()))
          .param("topics", changed.topics().toArray(UUID[]::new))
          .param("started", at(changed.startedAt()))
          .param("closed", at(changed.closedAt()))
          .param("overridden", changed.overridden())
          .update();
    } catch (DuplicateKeyException taken) {
      throw nameTaken(changed.name());
    }
  }

  private static ConflictException nameTaken(String name) {
    return new ConflictException("There is a campaign named '" + name + "' already.");
  }

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static CampaignRecord read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    Long budget = row.getObject("budget_minor", Long.class);
    return new CampaignRecord(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("owner_id", UUID.class),
        row.getString("state"),
        ZoneId.of(row.getString("zone")),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        budget == null ? null : new Money(budget, currency),
        currency,
        JSON.readValue(row.getString("brief"), Brief.class),
        List.of((UUID[]) row.getArray("topic_ids").getArray()),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "closed_at"),
        row.getString("overridden"));
  }
}
