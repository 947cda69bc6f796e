package org.wordborne.server.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Which topics speak of us, and which of a rival.
@Component
class TopicRoles {
  private static final int LONGEST_BRAND = 80;
  private final Transactions transactions;
  private final Topics topics;

  TopicRoles(Transactions transactions, Topics topics) {
    this.transactions = transactions;
    this.topics = topics;
  }

  /// What a topic speaks of.
  ///
  /// @param brand its name; the same for several topics of one brand
  record Role(String role, String brand) {
    boolean ours() {
      return role.equals("ours");
    }
  }

  /// The roles that were given, of topics that there are.
  Map<UUID, Role> all(Scope scope) {
    Set<UUID> known = topics.all(scope).stream().map(Topic::id).collect(Collectors.toSet());
    var roles = new LinkedHashMap<UUID, Role>();
    transactions.run(
        scope,
        tx ->
            tx.sql("select topic_id, role, brand from topic_role order by role, lower(brand)")
                .query(
                    (row, _) ->
                        roles.put(
                            row.getObject(1, UUID.class),
                            new Role(row.getString(2), row.getString(3))))
                .list());
    roles.keySet().retainAll(known);
    return roles;
  }

  /// The topics that speak of us; none where nobody said so.
  Set<UUID> ours(Scope scope) {
    return of(scope, true);
  }

  /// The topics that speak of rivals.
  Set<UUID> rivals(Scope scope) {
    return of(scope, false);
  }

  private Set<UUID> of(Scope scope, boolean ours) {
    return all(scope).entrySet().stream()
        .filter(entry -> entry.getValue().ours() == ours)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Says what a topic speaks of.
  ///
  /// @param role `ours`, `rival`, or `none`
  /// @param brand its name; absent, the topic's
  void set(Scope scope, UUID topic, @Nullable String role, @Nullable String brand) {
    Topic known =
        topics
            .find(scope, topic)
            .orElseThrow(() -> new NotFoundException("There is no topic " + topic + "."));
    if (role == null || !List.of("ours", "rival", "none").contains(role)) {
      throw new BadInputException("role", role, "Right are ours, rival and none.");
    }
    String name = brand == null || brand.isBlank() ? known.name() : brand.strip();
    if (name.length() > LONGEST_BRAND) {
      throw new BadInputException("brand", name, "At most " + LONGEST_BRAND + " characters.");
    }
    transactions.run(scope, tx -> write(scope, tx, topic, role, name));
  }

  private static void write(Scope scope, JdbcClient tx, UUID topic, String role, String brand) {
    if (role.equals("none")) {
      tx.sql("delete from topic_role where topic_id = ?").param(topic).update();
      return;
    }
    tx.sql(
            """
            insert into topic_role (workspace_id, topic_id, role, brand) values (?, ?, ?, ?)
            on conflict (workspace_id, topic_id) do update
              set role = excluded.role, brand = excluded.brand\
            """)
        .params(scope.workspace().value(), topic, role, brand)
        .update();
  }
}
