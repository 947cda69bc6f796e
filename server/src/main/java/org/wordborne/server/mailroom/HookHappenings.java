package org.wordborne.server.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.PageAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What happened and is to be told: the tables write it down themselves, in the transaction in
/// which it happens (`tell_hooks`); here it becomes a delivery to each program that wants to know.
@Component
class HookHappenings {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
  private static final int BATCH = 200;
  private final Transactions transactions;
  private final Telexes telexes;
  private final PageAddress address;

  HookHappenings(Transactions transactions, Telexes telexes, PageAddress address) {
    this.transactions = transactions;
    this.telexes = telexes;
    this.address = address;
  }

  private record Happening(UUID id, String kind, @Nullable UUID about, String data, Instant at) {}

  /// Writes deliveries of what happened, oldest first: both stand, or neither.
  void tell(Scope scope) {
    int told = BATCH;
    while (told == BATCH) {
      told = transactions.in(scope, tx -> batch(scope, tx));
    }
  }

  private int batch(Scope scope, JdbcClient tx) {
    List<Happening> next =
        tx
            .sql(
                """
                delete from hook_happening where workspace_id = :workspace and id in (
                  select id from hook_happening where workspace_id = :workspace
                  order by at limit :most for update skip locked)
                returning id, kind, about, data, at""")
            .param("workspace", scope.workspace().value())
            .param("most", BATCH)
            .query((row, _) -> happening(row))
            .list()
            .stream()
            .sorted(java.util.Comparator.comparing(Happening::at))
            .toList();
    next.forEach(one -> tell(scope, one));
    return next.size();
  }

  private void tell(Scope scope, Happening one) {
    Map<String, Object> data = JSON.readValue(one.data(), MAP);
    String page = HookKind.of(one.kind()).map(HookKind::page).orElse("");
    if (!page.isEmpty() && one.about() != null) {
      data.put("link", address.absolute(scope, page + one.about()));
    }
    for (HookTo to : telexes.wanting(scope, one.kind())) {
      String key = one.kind() + "-" + one.id() + "-" + to.id();
      telexes.send(scope, to, new Telex(one.kind(), one.at(), data, key, one.about()));
    }
  }

  private static Happening happening(ResultSet row) throws SQLException {
    return new Happening(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("about", UUID.class),
        row.getString("data"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
