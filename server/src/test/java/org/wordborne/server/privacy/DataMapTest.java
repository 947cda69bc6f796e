package org.wordborne.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.personal.DataMapRow;

/// Nothing that could be personal lies where the data map does not know it.
class DataMapTest {
  private final List<DataMapRow> rows =
      ServerFixture.bean(Custodians.class).map().stream()
          .flatMap(place -> place.rows().stream())
          .toList();
  private final List<String> mapped = rows.stream().flatMap(row -> row.columns().stream()).toList();

  @Test
  void map_everyColumnOfLettersOrBytes_isThereOrNotPersonal() {
    assertThat(columns().stream().filter(column -> !isMapped(column)).toList()).isEmpty();
  }

  @Test
  void map_everyColumnItNames_isThere() {
    var known = allColumns();
    var tables = known.stream().map(column -> column.substring(0, column.indexOf('.'))).toList();

    assertThat(mapped)
        .allSatisfy(
            column ->
                assertThat(
                        column.endsWith(".*")
                            ? tables.contains(column.substring(0, column.length() - 2))
                            : known.contains(column))
                    .as(column)
                    .isTrue());
  }

  @Test
  void map_everyPersonalRow_saysAll() {
    assertThat(rows.stream().filter(DataMapRow::personal))
        .allSatisfy(
            row -> {
              assertThat(row.whose()).isNotBlank();
              assertThat(row.purpose()).isNotBlank();
              assertThat(row.basis()).contains("GDPR");
              assertThat(row.kept()).isNotBlank();
            });
    assertThat(rows.stream().filter(row -> !row.personal()))
        .allSatisfy(row -> assertThat(row.purpose()).isNotBlank());
  }

  @Test
  void map_whoeverErases_isAPlace() {
    var places =
        new ArrayList<>(
            ServerFixture.bean(Custodians.class).map().stream()
                .map(Custodians.MappedPlace::place)
                .toList());
    places.add("");

    assertThat(rows.stream().map(DataMapRow::erasedBy).distinct().toList()).isSubsetOf(places);
  }

  private boolean isMapped(String column) {
    return mapped.contains(column)
        || mapped.contains(column.substring(0, column.indexOf('.')) + ".*");
  }

  private static List<String> columns() {
    return read("and t.typname in ('text', 'varchar', 'jsonb', 'json', 'bytea', '_text')");
  }

  private static List<String> allColumns() {
    return read("");
  }

  private static List<String> read(String which) {
    return ServerFixture.transactions()
        .in(
            ServerFixture.freshScope(),
            tx ->
                tx.sql(
                        """
                        select c.relname || '.' || a.attname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                          and not a.attisdropped
                        join pg_type t on t.oid = a.atttypid
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                          and not c.relispartition and c.relname <> 'flyway_schema_history' %s
                        order by 1"""
                            .formatted(which))
                    .query(String.class)
                    .list());
  }
}
