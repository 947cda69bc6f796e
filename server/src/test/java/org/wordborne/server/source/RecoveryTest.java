package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelException.Kind;
import org.wordborne.server.source.Source.Health;

class RecoveryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Health WELL = new Health("well", NOW, 0, null, NOW, null, null);

  private final Recovery recovery = new Recovery(new SplittableRandom(1));

  @Test
  void failed_onceByAPassingFault_isSlow() {
    var after = recovery.failed(WELL, ChannelException.passing("status 500"), MINUTE, NOW);

    assertThat(after.state()).isEqualTo("slow");
    assertThat(after.fault()).extracting("what", "turn").containsExactly("status 500", "theirs");
  }

  @Test
  void failed_threeTimes_isDeafAndAskedEverMoreSeldom() {
    var health = WELL;
    for (int i = 0; i < 3; i++) {
      health = recovery.failed(health, ChannelException.passing("status 500"), MINUTE, NOW);
    }

    assertThat(health.state()).isEqualTo("deaf");
    assertThat(Duration.between(NOW, health.nextAt()))
        .isBetween(Duration.ofSeconds(216), Duration.ofSeconds(264)); // 4 minutes, a tenth off
  }

  @Test
  void failed_byWhatAPersonMustMend_isDeafAtOnce() {
    var after = recovery.failed(WELL, ChannelException.deaf("wrong password"), MINUTE, NOW);

    assertThat(after.state()).isEqualTo("deaf");
    assertThat(after.fault()).extracting("turn").isEqualTo("ours");
  }

  @Test
  void failed_withRetryAfter_waitsAsLongAsAsked() {
    var asked = new ChannelException(Kind.PASSING, "status 429", Duration.ofHours(2));

    var after = recovery.failed(WELL, asked, MINUTE, NOW);

    assertThat(after.nextAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void heard_afterFaults_isWellAgain() {
    var deaf = recovery.failed(WELL, ChannelException.deaf("wrong password"), MINUTE, NOW);

    var after = recovery.heard(deaf, true, MINUTE, NOW.plus(MINUTE));

    assertThat(after.state()).isEqualTo("well");
    assertThat(after.fault()).isNull();
    assertThat(after.since()).isEqualTo(NOW.plus(MINUTE));
  }
}
