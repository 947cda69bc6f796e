package org.wordborne.server.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DataMapped;
import org.wordborne.server.workspace.personal.Subject;

/// Every place where personal data lies, in the order in which it is erased: what was made of words
/// first, people and the words themselves last.
@Component
class Custodians {
  private static final List<String> LAST = List.of("people", "mentions", "audit");

  private final Transactions transactions;
  private final List<DataMapped> mapped;
  private final List<Custodian> custodians;

  Custodians(Transactions transactions, List<DataMapped> mapped) {
    this.transactions = transactions;
    this.mapped =
        mapped.stream()
            .sorted(
                Comparator.comparingInt((DataMapped place) -> LAST.indexOf(place.name()))
                    .thenComparing(DataMapped::name))
            .toList();
    custodians =
        this.mapped.stream()
            .filter(Custodian.class::isInstance)
            .map(Custodian.class::cast)
            .toList();
    Set<String> names = mapped.stream().map(DataMapped::name).collect(Collectors.toSet());
    if (names.size() != mapped.size()) {
      throw new IllegalStateException("two places of personal data have one name");
    }
  }

  List<Custodian> all() {
    return custodians;
  }

  /// A place and what it says of its tables.
  record MappedPlace(String place, List<DataMapRow> rows) {}

  List<MappedPlace> map() {
    return mapped.stream().map(place -> new MappedPlace(place.name(), place.map())).toList();
  }

  /// Ids of rows in any place that tell of somebody.
  Set<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return custodians.stream()
        .flatMap(custodian -> custodian.rows(scope, tx, subject).stream())
        .collect(Collectors.toSet());
  }

  /// What is held in a place.
  ///
  /// @param kinds how many there are of each kind
  record HeldThere(String place, Map<String, Integer> kinds) {}

  /// How much is held of somebody, by place; places that hold nothing are left out.
  List<HeldThere> count(Scope scope, Subject subject) {
    var held = new ArrayList<HeldThere>();
    for (Custodian custodian : custodians) {
      var kinds = new LinkedHashMap<String, Integer>();
      transactions.run(
          scope,
          (JdbcClient tx) ->
              custodian.export(
                  scope, tx, subject, (kind, _) -> kinds.merge(kind, 1, Integer::sum)));
      if (!kinds.isEmpty()) {
        held.add(new HeldThere(custodian.name(), kinds));
      }
    }
    return held;
  }
}
