package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// Buckets fill again with time, and the documents tell how large they are.
class RateBucketsTest {
  private final AtomicLong now = new AtomicLong(-7);
  private final RateBuckets buckets = new RateBuckets(now::get);

  @Test
  void take_aMinutesWorthAtOnce_leavesNothingThenOneEachTwoSeconds() {
    for (int i = 29; i >= 0; i--) {
      assertThat(buckets.take(RateRule.EXPORT, "ines").left()).isEqualTo(i);
    }
    var refused = buckets.take(RateRule.EXPORT, "ines");
    now.addAndGet(Duration.ofSeconds(2).toNanos());

    assertThat(refused.taken()).isFalse();
    assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(2));
    assertThat(refused.untilFull()).isEqualTo(Duration.ofMinutes(1));
    assertThat(buckets.take(RateRule.EXPORT, "ines").taken()).isTrue();
    assertThat(buckets.take(RateRule.EXPORT, "ines").taken()).isFalse();
  }

  @Test
  void take_another_hasTheirOwn() {
    for (int i = 0; i < 31; i++) {
      buckets.take(RateRule.EXPORT, "ines");
    }

    assertThat(buckets.take(RateRule.EXPORT, "otto").taken()).isTrue();
    assertThat(buckets.take(RateRule.WORK, "ines").taken()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RateRule.class)
  void rule_eachOfThem_standsInTheOperatorsTable(RateRule rule) throws IOException {
    String page = Files.readString(Path.of("../docs/operate.md"));
    String row =
        page.lines()
            .filter(line -> line.startsWith("| `" + rule.word() + "` | "))
            .findFirst()
            .orElseThrow();

    assertThat(row).contains("| " + rule.aMinute() + " |");
    assertThat(rule.operations()).allMatch(operation -> row.contains("`" + operation + "`"));
  }

  @ParameterizedTest
  @EnumSource(RateRule.class)
  void rule_itsOperations_areOfTheApi(RateRule rule) throws IOException {
    var api =
        JsonMapper.builder().build().readTree(Files.readString(Path.of("../ui/openapi.json")));

    assertThat(rule.operations())
        .allMatch(
            operation -> {
              String[] parts = operation.split(" ");
              return api.path("paths")
                  .path("/api/v1" + parts[1])
                  .has(parts[0].toLowerCase(java.util.Locale.ROOT));
            });
  }
}
