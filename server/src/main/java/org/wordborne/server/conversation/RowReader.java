package org.wordborne.server.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.person.WordShelf;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Scope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads conversations as lines of the queue.
@Component
final class RowReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_REASONS = 4;

  private final WordShelf words;
  private final ObjectProvider<SourceNames> sources;
  private final Members members;
  private final InstantSource clock;

  RowReader(
      WordShelf words, ObjectProvider<SourceNames> sources, Members members, InstantSource clock) {
    this.words = words;
    this.sources = sources;
    this.members = members;
    this.clock = clock;
  }

  /// Lines in the order of `ids`, none of them in a kept place.
  List<ConversationRow> rows(Scope scope, Collection<UUID> ids, JdbcClient tx) {
    return rows(scope, ids.stream().map(id -> new QueueDeal.Place<>(id, null)).toList(), tx);
  }

  /// Lines in the order of `places`.
  List<ConversationRow> rows(Scope scope, List<QueueDeal.Place<UUID>> places, JdbcClient tx) {
    if (places.isEmpty()) {
      return List.of();
    }
    var lines = new HashMap<UUID, Line>();
    tx.sql(
            """
            select c.*, p.name as person_name from conversation c
            left join person p on p.workspace_id = c.workspace_id and p.id = c.person_id
            where c.id in (:ids)
            """)
        .param("ids", places.stream().map(QueueDeal.Place::item).toList())
        .query((row, _) -> Line.read(row))
        .list()
        .forEach(line -> lines.put(line.id(), line));
    var openers =
        words.mentions(
            scope, lines.values().stream().map(Line::opener).collect(Collectors.toSet()));
    var around = new Around(names(scope), sourceNames(scope), clock.instant());
    return places.stream()
        .map(place -> row(place, lines.get(place.item()), openers, around))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private Map<UUID, String> sourceNames(Scope scope) {
    var known = sources.getIfAvailable();
    return known == null ? Map.of() : known.names(scope);
  }

  private record Around(Map<UUID, String> members, Map<UUID, String> sources, Instant now) {}

  private Map<UUID, String> names(Scope scope) {
    return members.all(scope).stream().collect(Collectors.toMap(Member::id, Member::name));
  }

  private static @Nullable ConversationRow row(
      QueueDeal.Place<UUID> place, @Nullable Line line, Map<UUID, Mention> openers, Around around) {
    if (line == null) {
      return null;
    }
    double score = NeedFormula.scoreOf(line.rank(), around.now());
    var kept = place.kept();
    return new ConversationRow(
        line.id(),
        line.title(),
        line.personName() == null
            ? PersonRef.UNKNOWN
            : PersonRef.of(line.person(), line.personName()),
        opener(line, openers.get(line.opener()), around),
        line.needSet() == null ? NeedFormula.level(score) : line.needSet(),
        score,
        reasons(line, kept),
        line.waitsSince(),
        kept == null ? null : kept.word(),
        line.state(),
        line.assignee() == null
            ? null
            : new AssigneeView(line.assignee(), around.members().getOrDefault(line.assignee(), "")),
        line.laterUntil(),
        line.peopleCount(),
        line.sources().stream()
            .map(source -> around.sources().getOrDefault(source, ""))
            .filter(name -> !name.isEmpty())
            .toList(),
        line.lastAt(),
        line.answered());
  }

  private static OpenerView opener(Line line, @Nullable Mention mention, Around around) {
    return mention == null
        ? OpenerView.missing(line.opener())
        : OpenerView.of(mention, line.reasons(), around.sources());
  }

  private static List<NeedReason> reasons(Line line, QueueDeal.@Nullable Kept kept) {
    var reasons = new ArrayList<NeedReason>();
    if (line.needSet() != null) {
      var args = Map.<String, Object>of("name", line.needSetBy(), "need", line.needSet());
      reasons.add(new NeedReason("set-by-hand", "hand", args, true, List.of(line.opener())));
      line.reasons().stream().map(NeedReason::notDeciding).forEach(reasons::add);
    } else {
      reasons.addAll(line.reasons());
    }
    if (kept != null) {
      var last =
          new NeedReason("kept-" + kept.word(), "kept", Map.of(), false, List.of(line.opener()));
      return List.copyOf(with(reasons, last));
    }
    return List.copyOf(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
  }

  private static List<NeedReason> with(List<NeedReason> reasons, NeedReason last) {
    var four = new ArrayList<>(reasons.subList(0, Math.min(MOST_REASONS - 1, reasons.size())));
    four.add(last);
    return four;
  }

  /* A conversation as the table has it. */
  private record Line(
      UUID id,
      String title,
      @Nullable UUID person,
      @Nullable String personName,
      UUID opener,
      String state,
      @Nullable UUID assignee,
      @Nullable Instant laterUntil,
      double rank,
      @Nullable Integer needSet,
      String needSetBy,
      List<NeedReason> reasons,
      Instant waitsSince,
      boolean answered,
      int peopleCount,
      List<UUID> sources,
      Instant lastAt) {

    static Line read(ResultSet row) throws SQLException {
      var later = row.getObject("later_until", OffsetDateTime.class);
      int need = row.getInt("need_set");
      boolean byHand = !row.wasNull();
      var by = row.getString("need_set_by");
      return new Line(
          row.getObject("id", UUID.class),
          row.getString("title"),
          row.getObject("person_id", UUID.class),
          row.getString("person_name"),
          row.getObject("opener_mention", UUID.class),
          row.getString("state"),
          row.getObject("assignee_id", UUID.class),
          later == null ? null : later.toInstant(),
          row.getDouble("rank"),
          byHand ? need : null,
          by == null ? "" : by,
          MAPPER.readValue(row.getString("reasons"), new TypeReference<>() {}),
          row.getObject("waits_since", OffsetDateTime.class).toInstant(),
          row.getBoolean("answered"),
          row.getInt("people_count"),
          List.of((UUID[]) row.getArray("source_ids").getArray()),
          row.getObject("last_at", OffsetDateTime.class).toInstant());
    }
  }
}
