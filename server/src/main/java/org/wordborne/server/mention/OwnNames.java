package org.wordborne.server.mention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.query.Post;
import org.wordborne.query.QueryContext;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Which names speak for us: the brand itself, and the accounts that other modules know of.
@Component
class OwnNames {
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final Workspaces workspaces;
  private final ObjectProvider<OwnAccounts> accounts;
  private final InstantSource clock;
  private final Map<WorkspaceId, Known> known = new ConcurrentHashMap<>();

  OwnNames(Workspaces workspaces, ObjectProvider<OwnAccounts> accounts, InstantSource clock) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.clock = clock;
  }

  private record Known(Set<String> names, Instant until) {}

  /// The names, in lower case.
  Set<String> of(Scope scope) {
    Known before = known.get(scope.workspace());
    if (before != null && clock.instant().isBefore(before.until)) {
      return before.names;
    }
    var names = new LinkedHashSet<String>();
    String brand = workspaces.brand(scope).name();
    if (!brand.isBlank()) {
      names.add(brand);
    }
    accounts.forEach(some -> names.addAll(some.accounts(scope)));
    var lower = new LinkedHashSet<String>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    known.put(scope.workspace(), new Known(lower, clock.instant().plus(FRESH)));
    return lower;
  }

  /// Whether an author is one of them.
  static boolean isOwn(Set<String> names, Post.Author author) {
    return !names.isEmpty()
        && (names.contains(author.name().toLowerCase(Locale.ROOT))
            || names.contains(author.id().toLowerCase(Locale.ROOT)));
  }

  /// The list `@own` for queries.
  QueryContext lists(WorkspaceId workspace) {
    return name -> "own".equals(name) ? of(Scope.of(workspace)) : Set.of();
  }
}
