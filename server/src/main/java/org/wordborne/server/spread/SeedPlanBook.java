package org.wordborne.server.spread;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.spread.SeedPlanView.SeedComparison;
import org.wordborne.server.spread.SeedPlanView.SeedReach;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// The rows of plans.
final class SeedPlanBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SeedPlanBook() {}

  /// With whom most hearers are shared, and how many.
  record Shared(@Nullable UUID with, int count) {}

  /// One who was chosen.
  record Chosen(
      UUID person,
      int number,
      int hear,
      SeedReach gain,
      Shared shared,
      @Nullable UUID newest,
      boolean heldBack) {}

  /// Somebody who may not be asked.
  record LeftOut(String person, String why, int hear) {}

  /// A plan.
  ///
  /// @param lot by which half of its people were held back; null where none were
  record Plan(
      UUID id,
      @Nullable UUID campaign,
      @Nullable UUID topic,
      Instant madeAt,
      String madeBy,
      int days,
      @Nullable Money each,
      List<UUID> without,
      long seed,
      int graphPeople,
      int graphArcs,
      SeedReach reach,
      double guarantee,
      List<SeedComparison> compared,
      List<LeftOut> leftOut,
      List<Chosen> chosen,
      @Nullable Long lot) {}

  static void insert(JdbcClient tx, Scope scope, Plan plan) {
    Money each = plan.each();
    tx.sql(
            """
            insert into seed_plan (workspace_id, id, topic_id, made_at, made_by, asked, days,
              each_minor, currency, without, seed, graph_people, graph_arcs, reach, reach_low,
              reach_high, guarantee, compared, left_out)
            values (:workspace, :id, :topic, :at, :by, :asked, :days, :minor, :currency, :without,
              :seed, :people, :arcs, :reach, :low, :high, :guarantee, :compared, :leftOut)
            """)
        .param("workspace", scope.workspace().value())
        .param("id", plan.id())
        .param("topic", plan.topic(), Types.OTHER)
        .param("at", plan.madeAt().atOffset(ZoneOffset.UTC))
        .param("by", plan.madeBy())
        .param("asked", plan.chosen().size())
        .param("days", plan.days())
        .param("minor", each == null ? null : each.minor(), Types.BIGINT)
        .param("currency", each == null ? null : each.currency(), Types.VARCHAR)
        .param("without", plan.without().toArray(UUID[]::new))
        .param("seed", plan.seed())
        .param("people", plan.graphPeople())
        .param("arcs", plan.graphArcs())
        .param("reach", plan.reach().middle())
        .param("low", plan.reach().low())
        .param("high", plan.reach().high())
        .param("guarantee", plan.guarantee())
        .param("compared", JSON.writeValueAsString(plan.compared()))
        .param("leftOut", JSON.writeValueAsString(plan.leftOut()))
        .update();
    plan.chosen().forEach(one -> insert(tx, scope, plan.id(), one));
  }

  private static void insert(JdbcClient tx, Scope scope, UUID plan, Chosen one) {
    tx.sql(
            """
            insert into seed_plan_person (workspace_id, plan_id, person_id, number, hear, gain,
              gain_low, gain_high, shared_with, shared, newest)
            values (:workspace, :plan, :person, :number, :hear, :gain, :low, :high, :with, :shared,
              :newest)
            """)
        .param("workspace", scope.workspace().value())
        .param("plan", plan)
        .param("person", one.person())
        .param("number", one.number())
        .param("hear", one.hear())
        .param("gain", one.gain().middle())
        .param("low", one.gain().low())
        .param("high", one.gain().high())
        .param("with", one.shared().with(), Types.OTHER)
        .param("shared", one.shared().count())
        .param("newest", one.newest(), Types.OTHER)
        .update();
  }

  static Optional<Plan> find(JdbcClient tx, UUID id) {
    return plans(tx, "where id = :id", Map.of("id", id)).stream().findFirst();
  }

  static List<Plan> newest(JdbcClient tx, int most) {
    return plans(tx, "order by made_at desc, id limit :most", Map.of("most", most));
  }

  static List<Plan> ofCampaign(JdbcClient tx, UUID campaign) {
    return plans(tx, "where campaign_id = :campaign", Map.of("campaign", campaign));
  }

  /* `which` is a text of ours. */
  private static List<Plan> plans(JdbcClient tx, String which, Map<String, ?> values) {
    var heads =
        tx.sql("select * from seed_plan " + which)
            .params(values)
            .query((row, _) -> head(row))
            .list();
    if (heads.isEmpty()) {
      return heads;
    }
    var people =
        tx
            .sql(
                "select * from seed_plan_person where plan_id in (:plans) order by plan_id, number")
            .param("plans", heads.stream().map(Plan::id).toList())
            .query((row, _) -> Map.entry(row.getObject("plan_id", UUID.class), chosen(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return heads.stream()
        .map(plan -> with(plan, people.getOrDefault(plan.id(), List.of())))
        .toList();
  }

  private static Plan head(java.sql.ResultSet row) throws java.sql.SQLException {
    String currency = row.getString("currency");
    return new Plan(
        row.getObject("id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getObject("topic_id", UUID.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        row.getInt("days"),
        currency == null ? null : new Money(row.getLong("each_minor"), currency),
        List.of((UUID[]) row.getArray("without").getArray()),
        row.getLong("seed"),
        row.getInt("graph_people"),
        row.getInt("graph_arcs"),
        new SeedReach(
            row.getDouble("reach"), row.getDouble("reach_low"), row.getDouble("reach_high")),
        row.getDouble("guarantee"),
        List.of(JSON.readValue(row.getString("compared"), SeedComparison[].class)),
        List.of(JSON.readValue(row.getString("left_out"), LeftOut[].class)),
        List.of(),
        row.getObject("lot", Long.class));
  }

  private static Chosen chosen(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Chosen(
        row.getObject("person_id", UUID.class),
        row.getInt("number"),
        row.getInt("hear"),
        new SeedReach(row.getDouble("gain"), row.getDouble("gain_low"), row.getDouble("gain_high")),
        new Shared(row.getObject("shared_with", UUID.class), row.getInt("shared")),
        row.getObject("newest", UUID.class),
        row.getBoolean("held_back"));
  }

  private static Plan with(Plan plan, List<Chosen> chosen) {
    return new Plan(
        plan.id(),
        plan.campaign(),
        plan.topic(),
        plan.madeAt(),
        plan.madeBy(),
        plan.days(),
        plan.each(),
        plan.without(),
        plan.seed(),
        plan.graphPeople(),
        plan.graphArcs(),
        plan.reach(),
        plan.guarantee(),
        plan.compared(),
        plan.leftOut(),
        chosen,
        plan.lot());
  }

  static void take(JdbcClient tx, UUID plan, UUID campaign, long lot, List<UUID> held, Instant at) {
    tx.sql(
            """
            update seed_plan set campaign_id = :campaign, taken_at = :at, held = :held,
              lot = case when :held then :lot::bigint end
            where id = :plan
            """)
        .param("campaign", campaign)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("held", !held.isEmpty())
        .param("lot", lot)
        .param("plan", plan)
        .update();
    if (!held.isEmpty()) {
      tx.sql(
              """
              update seed_plan_person set held_back = true
              where plan_id = :plan and person_id in (:held)
              """)
          .param("plan", plan)
          .param("held", held)
          .update();
    }
  }

  /// Who was asked by a plan that a campaign took since.
  static List<UUID> askedSince(JdbcClient tx, Instant since) {
    return tx.sql(
            """
            select distinct o.person_id from seed_plan p
            join seed_plan_person o on o.workspace_id = p.workspace_id and o.plan_id = p.id
            where p.taken_at >= :since and not o.held_back
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }

  /// The handles that spoke of a topic.
  static List<UUID> spokeOf(JdbcClient tx, UUID topic, Instant since) {
    return tx.sql(
            "select distinct handle from topic_word where topic_id = :topic and minute >= :since")
        .param("topic", topic)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }
}
