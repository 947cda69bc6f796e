package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.pack.Facts;
import org.wordborne.server.campaign.pack.PackException;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/* What is known of a campaign: typed by people, and told by the rooms that know it themselves. */
@Component
class CampaignFacts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final ObjectProvider<FactTeller> tellers;

  CampaignFacts(ObjectProvider<FactTeller> tellers) {
    this.tellers = tellers;
  }

  /* What is known, and which of it nobody typed. */
  record Known(Facts facts, SortedMap<String, Object> told) {}

  Known all(Scope scope, JdbcClient tx, CampaignRecord known) {
    var told = told(scope, tx, known);
    var values = typed(tx, known.id());
    values.putAll(told);
    try {
      return new Known(Facts.of(values), told);
    } catch (PackException wrong) {
      throw new IllegalStateException("campaign " + known.id() + ": " + wrong.getMessage(), wrong);
    }
  }

  private static SortedMap<String, Object> typed(JdbcClient tx, UUID campaign) {
    var values = new TreeMap<String, Object>();
    tx.sql("select fact, value from campaign_fact where campaign_id = ?")
        .param(campaign)
        .query((row, _) -> values.put(row.getString("fact"), stored(row.getString("value"))))
        .list();
    return values;
  }

  private static Object stored(String json) {
    Object value = JSON.readValue(json, Object.class);
    return value instanceof Integer small ? Long.valueOf(small) : value;
  }

  private SortedMap<String, Object> told(Scope scope, JdbcClient tx, CampaignRecord known) {
    var told = new TreeMap<String, Object>();
    day(told, "dates.start", known.startsAt(), known);
    day(told, "dates.end", known.endsAt(), known);
    var languages =
        tx.sql("select distinct language from campaign_rules where campaign_id = ? order by 1")
            .param(known.id())
            .query(String.class)
            .list();
    if (!languages.isEmpty()) {
      told.put("rules.languages", languages);
    }
    tellers.forEach(teller -> told.putAll(teller.facts(scope, known.id())));
    return told;
  }

  private static void day(
      Map<String, Object> told, String fact, @Nullable Instant at, CampaignRecord known) {
    if (at != null) {
      told.put(fact, LocalDate.ofInstant(at, known.zone()).toString());
    }
  }

  /* Takes what was typed; null takes a fact away. */
  void put(Scope scope, JdbcClient tx, CampaignRecord known, JsonNode given) {
    if (!given.isObject()) {
      throw new BadInputException("facts", given, "An object: {\"selection\": \"chance\"}.");
    }
    if (known.startedAt() != null) {
      throw new ConflictException("The campaign has begun; its facts stand as they were signed.");
    }
    var told = told(scope, tx, known);
    for (var entry : given.properties()) {
      Object stands = told.get(entry.getKey());
      if (stands != null && !isSame(stands, entry.getValue())) {
        throw new BadInputException(
            entry.getKey(), entry.getValue(), "This is known by itself: " + stands + ".");
      }
      tx.sql("delete from campaign_fact where campaign_id = ? and fact = ?")
          .params(known.id(), entry.getKey())
          .update();
      if (!entry.getValue().isNull()) {
        write(scope, tx, known.id(), entry.getKey(), entry.getValue());
      }
    }
  }

  /* A list in another order says the same. */
  private static boolean isSame(Object stands, JsonNode value) {
    Object given = JSON.convertValue(value, Object.class);
    return stands instanceof List<?> list && given instanceof List<?> other
        ? list.size() == other.size() && list.containsAll(other)
        : stands.toString().equals(String.valueOf(given));
  }

  private static void write(
      Scope scope, JdbcClient tx, UUID campaign, String fact, JsonNode value) {
    Object checked;
    try {
      checked = Facts.of(Map.of(fact, Facts.plain(fact, value))).get(fact).orElse(List.of());
    } catch (PackException wrong) {
      throw new BadInputException(fact, value, wrong.getMessage() + ".");
    }
    tx.sql("insert into campaign_fact (workspace_id, campaign_id, fact, value) values (?, ?, ?, ?)")
        .params(scope.workspace().value(), campaign, fact, JSON.writeValueAsString(checked))
        .update();
  }
}
