package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.SchemaOwner;
import org.wordborne.server.workspace.Scope;

/// What it costs a table that it could note changes, where nobody acts. Prints its figures.
@Tag("by-hand")
class ActCostTest {
  private static final int ROWS = 100_000;
  private static final int ROUNDS = 7;

  @Test
  void insert_manyRowsByTheProgram_costsHardlyMoreThanWithoutTheTrigger() {
    double with = Double.MAX_VALUE;
    double without = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      without = Math.min(without, millis("disable"));
      with = Math.min(with, millis("enable"));
    }
    System.out.printf(
        "%d rows: %.0f ms without, %.0f ms with the trigger, %.2f µs a row%n",
        ROWS, without, with, (with - without) * 1000 / ROWS);

    assertThat(with - without).isLessThan(0.25 * without);
  }

  private static double millis(String how) {
    Scope scope = ServerFixture.freshScope();
    double[] took = new double[1];
    ServerFixture.bean(SchemaOwner.class)
        .change(
            owner -> {
              owner
                  .sql("select set_config('wordborne.workspace', ?, true)")
                  .param(scope.workspace().toString())
                  .query(String.class)
                  .single();
              owner.sql("alter table past_campaign " + how + " trigger noted").update();
              took[0] = insert(owner, scope);
              owner.sql("alter table past_campaign enable trigger noted").update();
            });
    return took[0];
  }

  private static double insert(JdbcClient owner, Scope scope) {
    long began = System.nanoTime();
    owner
        .sql(
            "insert into past_campaign (workspace_id, id, name, from_day, to_day, topics,"
                + " spent_minor, currency, minutes) select ?, gen_random_uuid(), 'n' || i,"
                + " '2026-01-01', '2026-01-02', '{}', 0, 'EUR', 0 from generate_series(1, ?) i")
        .params(scope.workspace().value(), ROWS)
        .update();
    double took = (System.nanoTime() - began) / 1e6;
    owner.sql("delete from past_campaign").update();
    return took;
  }
}
