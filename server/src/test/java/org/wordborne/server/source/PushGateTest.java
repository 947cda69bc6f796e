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
      inside.add(gate.enter(busy, 0));
    }

    assertThatThrownBy(() -> gate.enter(busy, 0))
        .isInstanceOfSatisfying(
            TooManyException.class, told -> assertThat(told.retryAfter()).isPositive());
    inside.getLast().close();
    assertThat(gate.enter(busy, 0)).isNotNull();
  }

  @Test
  void enter_whileAnotherSourceIsFull_isLetIn() {
    for (int i = 0; i < PushGate.MOST; i++) {
      gate.enter(busy, 0);
    }

    assertThat(gate.enter(UUID.randomUUID(), 0)).isNotNull();
  }

  @Test
  void enter_moreThanMemoryHolds_isToldToComeAgainWhoeverPushes() {
    long room = Runtime.getRuntime().maxMemory() / 8;
    var inside = new ArrayList<Passage>();
    for (long held = 10 << 20; held < room; held += (10 << 20) + 1024) {
      inside.add(gate.enter(UUID.randomUUID(), -1));
    }

    assertThatThrownBy(() -> gate.enter(busy, 10 << 20)).isInstanceOf(TooManyException.class);
    inside.getLast().close();
    assertThat(gate.enter(busy, 10 << 20)).isNotNull();
  }
}
