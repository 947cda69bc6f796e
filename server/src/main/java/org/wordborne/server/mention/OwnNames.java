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
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Which names speak for us: the brand itself, and the accounts that other modules know of.
///
/// Anybody may sign with the brand's name: questions by `author:@own` find it, but a word is ours
/// by its author's id alone.
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

  private record Known(Set<String> names, Set<String> accounts, Instant until) {}

  /// The names, in lower case.
  Set<String> of(Scope scope) {
    return known(scope).names;
  }

  /// The ids of our accounts, in lower case.
  Set<String> accounts(Scope scope) {
    return known(scope).accounts;
  }

  private Known known(Scope scope) {
    Known before = known.get(scope.workspace());
    if (before != null && clock.instant().isBefore(before.until)) {
      return before;
    }
    var ids = new LinkedHashSet<String>();
    accounts.forEach(
        some -> some.accounts(scope).forEach(id -> ids.add(id.toLowerCase(Locale.ROOT))));
    var names = new LinkedHashSet<>(ids);
    String brand = workspaces.brand(scope).name();
    if (!brand.isBlank()) {
      names.add(brand.toLowerCase(Locale.ROOT));
    }
    var now = new Known(names, ids, clock.instant().plus(FRESH));
    known.put(scope.workspace(), now);
    return now;
  }

  /// Whether an author is one of our accounts.
  static boolean isOwn(Set<String> accounts, Post.Author author) {
    return accounts.contains(author.id().toLowerCase(Locale.ROOT));
  }
}
