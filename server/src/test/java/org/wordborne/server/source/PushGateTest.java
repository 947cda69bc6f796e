package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.source.PushGate.Passage;
import org.wordborne.server.workspace.TooManyException;

class PushGateTest {
  private final PushGate gate = new PushGate();
  private final UUID busy = UUID.randomUUID();

  @Test
  void enter_oneMoreThanMay_isToldToComeAgainUntilOneLeft() {
    var inside = new ArrayList<Passage>();
    for (int i = 0; i < PushGate.MOST; i++) {
      inside.add(gate.enter(busy));
    }

    assertThatThrownBy(() -> gate.enter(busy))
        .isInstanceOfSatisfying(
            TooManyException.class, told -> assertThat(told.retryAfter()).isPositive());
    inside.getLast().close();
    assertThat(gate.enter(busy)).isNotNull();
  }

  @Test
  void enter_whileAnotherSourceIsFull_isLetIn() {
    for (int i = 0; i < PushGate.MOST; i++) {
      gate.enter(busy);
    }

    assertThat(gate.enter(UUID.randomUUID())).isNotNull();
  }
}
