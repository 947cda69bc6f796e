package org.wordborne.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

class PagesTest {
  private final Scope scope = ServerFixture.freshScope();

  private void spoken(Instant hour, int words) {
    ServerFixture.bean(Transactions.class)
        .run(
            scope,
            tx ->
                tx.sql(
                        "insert into hour_mood (workspace_id, hour, positive, neutral)"
                            + " values (?, ?, 1, ?)")
                    .param(scope.workspace().value())
                    .param(hour.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                    .param(words - 1)
                    .update());
  }

  private NowView now() {
    return ServerFixture.bean(NowPage.class).view(scope);
  }

  @Test
  void now_nobodySpoke_isQuietAndWhole() {
    var now = now();

    assertThat(now.mood().hours()).hasSize(24).allMatch(hour -> hour.total() == 0);
    assertThat(now.usual()).isNull();
    assertThat(now.queue()).isEmpty();
    assertThat(now.oldest()).isNull();
  }

  @Test
  void now_oneEarlierWeek_saysNothingOfUsual() {
    spoken(Instant.now().minus(7, ChronoUnit.DAYS).minus(2, ChronoUnit.HOURS), 10);

    assertThat(now().usual()).isNull();
  }

  @Test
  void now_twoEarlierWeeks_givesTheirBand() {
    spoken(Instant.now().minus(7, ChronoUnit.DAYS).minus(2, ChronoUnit.HOURS), 10);
    spoken(Instant.now().minus(14, ChronoUnit.DAYS).minus(2, ChronoUnit.HOURS), 30);
    spoken(Instant.now().minus(16, ChronoUnit.DAYS), 5);

    assertThat(now().usual()).isEqualTo(new NowView.Band(10, 30));
    assertThat(now().mood().usual()).hasSize(24).contains(new NowView.Band(10, 30));
  }

  @Test
  void status_overHttp_tellsWhatStandsBesideTheContents() {
    var status = ServerFixture.get("/api/v1/status");

    assertThat(status.status()).isEqualTo(200);
    assertThat(status.json().get("counts").get("now").isNumber()).isTrue();
    assertThat(status.json().get("importing").isNull()).isTrue();
  }

  @Test
  void now_overHttp_isServed() {
    var now = ServerFixture.get("/api/v1/now");

    assertThat(now.status()).isEqualTo(200);
    assertThat(now.json().get("mood").get("hours").size()).isEqualTo(24);
  }

  @Test
  void list_badState_namesFieldAndWhatIsRight() {
    var answer = ServerFixture.get("/api/v1/conversations?state=lost");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("field").asString()).isEqualTo("state");
  }
}
