package org.wordborne.server.campaign.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.campaign.BriefDraft;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.campaign.referral.ReferralDesk.NotJoined;
import org.wordborne.server.campaign.referral.ReferralDesk.ReferralDraft;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import tools.jackson.databind.JsonNode;

/// Who tells friends, and the money that is promised for it.
class ReferralDeskTest {
  private final Scope scope = ServerFixture.defaultScope();
  private final SignedIn by = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final ReferralDesk desk = ServerFixture.bean(ReferralDesk.class);
  private final UUID campaign = campaign();
  private final UUID programme = programme();

  private UUID campaign() {
    var brief =
        new BriefDraft(
            "Friends " + UUID.randomUUID(),
            "Sixty people glad",
            60,
            "",
            "",
            Money.of("100.00 GBP"),
            null,
            List.of());
    return ServerFixture.bean(Campaigns.class).draft(by, brief);
  }

  private UUID programme() {
    var made = desk.make(by, campaign, new ReferralDraft(30, "5.00 GBP", "20.00 GBP", 30));
    state("running");
    return made.id();
  }

  private void state(String state) {
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql("update campaign set state = ? where id = ?")
                    .params(state, campaign)
                    .update());
  }

  private Advocate joined(String mail, String code) {
    String door = desk.join(scope, programme, mail, "Somebody", code, "code");
    UUID id = ServerFixture.bean(PublicDoors.class).open(door, ReferralDesk.OWN_DOOR).about();
    return desk.own(scope, id).advocate();
  }

  private UUID reward(int number) {
    return desk.view(scope, campaign).rewards().get(number).id();
  }

  private long account(String name) {
    return desk.view(scope, campaign).accounts().getOrDefault(name, 0L);
  }

  private JsonNode money() {
    return ServerFixture.get("/api/v1/campaigns/" + campaign).json().path("money");
  }

  private long spent() {
    return money().path("spent").path("minor").asLong();
  }

  @Test
  void join_campaignDoesNotRun_isRefused() {
    for (String state : List.of("draft", "closed")) {
      state(state);
      assertThatThrownBy(() -> joined("early@join.test", ""))
          .isInstanceOf(NotJoined.class)
          .hasMessage("j.still");
    }
  }

  @Test
  void join_ownMailboxWrittenWithDots_isOnesOwnCode() {
    var anna = joined("anna.lind@gmail.com", "");

    assertThatThrownBy(() -> joined("annalind+2@googlemail.com", anna.code()))
        .isInstanceOf(NotJoined.class)
        .hasMessage("j.self");
  }

  @Test
  void change_paidThenTakenBack_isSpentThenPromisedAgain() {
    var anna = joined("anna@money.test", "");
    joined("ben@money.test", anna.code());
    desk.change(by, campaign, reward(0), "owed");

    desk.change(by, campaign, reward(0), "paid");

    assertThat(account("paid")).isEqualTo(500);
    assertThat(spent()).isEqualTo(500);
    assertThat(money().path("planned").path(0).path("amount").path("minor").asLong())
        .isEqualTo(1_500);

    desk.change(by, campaign, reward(0), "clawed-back");

    assertThat(account("budget")).isEqualTo(2_000);
    assertThat(account("paid")).isZero();
    assertThat(spent()).isZero();
  }

  @Test
  void change_promiseExpires_returnsToTheBudget() {
    var anna = joined("anna@expire.test", "");
    joined("ben@expire.test", anna.code());
    assertThat(account("budget")).isEqualTo(1_500);

    desk.change(by, campaign, reward(0), "expired");

    assertThat(account("budget")).isEqualTo(2_000);
  }

  @Test
  void forget_onesOwnPage_takesNameMailAndWhatIsNotPaid() {
    var anna = joined("anna@forget.test", "");
    var ben = joined("ben@forget.test", anna.code());
    var cleo = joined("cleo@forget.test", ben.code());

    desk.forget(scope, ben.id());

    // Ben's own reward for Cleo, and Anna's for Ben, are nobody's.
    assertThat(account("budget")).isEqualTo(2_000);
    assertThat(known(ben.id())).isZero();
    assertThat(known(cleo.id())).isEqualTo(1);
    assertThat(joined("dora@forget.test", ben.code()).parent()).isNull();
    assertThat(joined("ben@forget.test", "").isForgotten()).isFalse();
  }

  @Test
  void join_againAfterBeingForgotten_earnsNobodyASecondReward() {
    var anna = joined("anna@twice.test", "");
    var ben = joined("ben@twice.test", anna.code());
    desk.change(by, campaign, reward(0), "owed");

    desk.forget(scope, ben.id());
    desk.forget(scope, ben.id());
    var again = joined("Ben+new@twice.test", anna.code());

    assertThat(again.parent()).isEqualTo(anna.id());
    assertThat(desk.view(scope, campaign).rewards()).hasSize(1);
    assertThatThrownBy(() -> joined("ben@twice.test", anna.code()))
        .isInstanceOf(NotJoined.class)
        .hasMessage("j.again");
  }

  private long known(UUID advocate) {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql(
                        """
                        select count(*) from advocate where id = ?
                          and (mail is not null or mail_hash is not null or name is not null)\
                        """)
                    .param(advocate)
                    .query(Long.class)
                    .single());
  }

  @Test
  void page_forgetMe_asksOnceMoreAndForgets() {
    var anna = joined("anna@page.test", "");
    String door =
        ServerFixture.bean(PublicDoors.class)
            .of(scope, ReferralDesk.OWN_DOOR, anna.id())
            .orElseThrow();
    String path = "/p/r/me/" + door;

    assertThat(page(path)).contains("Ask to be forgotten", "?do=forget");
    assertThat(page(path + "?do=forget")).contains("Are you sure?", path + "/forget");
    var sent =
        ServerFixture.send(
            ServerFixture.request(path + "/forget")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("lang=en"))
                .build());

    assertThat(sent.status()).isEqualTo(303);
    assertThat(page(path)).contains("You are forgotten").doesNotContain("/l/" + anna.code());
  }

  private static String page(String path) {
    return ServerFixture.send(ServerFixture.request(path).GET().build()).body();
  }
}
