package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Postings.Move;

class PostingsTest {
  private final Scope scope = ServerFixture.freshScope();
  private final Postings postings = ServerFixture.bean(Postings.class);
  private final Transactions transactions = ServerFixture.transactions();

  @Test
  void move_sameDeedTwice_isBookedOnceAndSumsToZero() {
    var move = new Move("deed 1", "prizes/x", "piece:beans", "supply", "stock", 3, "bought");

    assertThat(booked(move)).isTrue();
    assertThat(booked(move)).isFalse();

    assertThat(postings.balances(scope, "prizes/x", "piece:beans"))
        .containsEntry("stock", 3L)
        .containsEntry("supply", -3L);
    assertThat(postings.read(scope, "prizes/x")).hasSize(1);
  }

  @Test
  void hard_fiftyAtOnceForTenPieces_leaveExactlyNone() throws Exception {
    booked(new Move("deed 2", "prizes/y", "piece:beans", "supply", "stock", 10, "bought"));
    var refused = new AtomicInteger();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        String key = "take " + i;
        many.submit(
            () -> {
              try {
                hard(new Move(key, "prizes/y", "piece:beans", "stock", "sent", 1, "sent"));
              } catch (ConflictException none) {
                refused.incrementAndGet();
              }
            });
      }
    }

    assertThat(refused).hasValue(40);
    assertThat(postings.balances(scope, "prizes/y", "piece:beans"))
        .containsEntry("stock", 0L)
        .containsEntry("sent", 10L);
    assertThat(postings.read(scope, "prizes/y")).hasSize(11);
  }

  @Test
  void line_onceWritten_cannotBeChangedByTheProgram() {
    booked(new Move("deed 3", "prizes/z", "piece:beans", "supply", "stock", 1, "bought"));

    assertThatThrownBy(
            () -> transactions.run(scope, tx -> tx.sql("update posting set amount = 9").update()))
        .hasStackTraceContaining("permission denied for table posting");
  }

  private boolean booked(Move move) {
    return transactions.in(scope, tx -> postings.move(scope, tx, move, null));
  }

  private void hard(Move move) {
    transactions.run(scope, tx -> postings.hard(scope, tx, move, 0, null));
  }
}
