package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wordborne.server.workspace.WorkspaceId;

class WorkspaceLoopTest {
  @Test
  void step_endsInAnError_isTakenAgain() throws Exception {
    var steps = new CountDownLatch(2);
    WorkspaceLoop.Step failing =
        _ -> {
          steps.countDown();
          throw new StackOverflowError("too deep");
        };

    try (var loop = new WorkspaceLoop("test", failing, () -> {})) {
      loop.start(Thread.ofVirtual());
      loop.wake(new WorkspaceId(new UUID(1, 1)));

      assertThat(steps.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
