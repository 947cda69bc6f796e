package org.wordborne.server.strategy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Where the people read what was decided about what they said.
@Component
class YouSaid {
  static final String DOOR = "said";

  private final Transactions transactions;
  private final PublicDoors doors;
  private final PublicAddress address;

  YouSaid(Transactions transactions, PublicDoors doors, PublicAddress address) {
    this.transactions = transactions;
    this.doors = doors;
    this.address = address;
  }

  /// The address of that page, once a decision is public.
  @Nullable String address(Scope scope) {
    if (shown(scope).isEmpty()) {
      return null;
    }
    String door =
        transactions.in(scope, tx -> doors.make(scope, tx, DOOR, scope.workspace().value()));
    return address.absolute("/p/y/" + door);
  }

  /// The last public decision on each theme, newest first.
  List<Decision> shown(Scope scope) {
    var seen = new LinkedHashSet<UUID>();
    return transactions.in(scope, DecisionBook::all).stream()
        .filter(one -> one.open() && seen.add(one.theme()))
        .toList();
  }
}
