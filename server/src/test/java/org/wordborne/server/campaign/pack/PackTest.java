package org.wordborne.server.campaign.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PackTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalDate START = LocalDate.of(2026, 11, 29);

  /* The tests inside the packs hold the law's lines; here is what they cannot say of themselves. */
  @Test
  void packs_theirOwnTests_allHold() {
    assertThat(Packs.standard().all())
        .allSatisfy(pack -> assertThat(pack.failed()).as(pack.jurisdiction()).isEmpty())
        .allSatisfy(pack -> assertThat(pack.tests()).isGreaterThanOrEqualTo(4));
  }

  /* The example of a pack that was written and judged elsewhere, with its expected finding. */
  @Test
  void read_limitOfAnotherPlace_speaksOnlyAboveTheLimit() throws Exception {
    Pack japan =
        pack(
            """
            {"jurisdiction":"JP","version":"1","validFrom":"2026-01-01",
             "sources":{"ami":{"title":"Guide","url":"","readOn":"2026-11-22","confidence":"B"}},
             "rules":[
              {"id":"jp-one","topic":"prizeLimit","when":{"fact":"entry.purchase","is":"required"},
               "source":"ami","finding":{"level":"must","limit":{"fact":"prize.value","atMost":
                {"min":[{"times":[20,"entry.transactionValue"]},"100000 JPY"]}}}},
              {"id":"jp-all","topic":"prizeLimit","when":{"fact":"entry.purchase","is":"required"},
               "source":"ami","finding":{"level":"must","limit":{"fact":"prizes.total","atMost":
                {"share":[0.02,"expectedSales"]}}}}],
             "tests":[{"facts":{"entry.purchase":"required","entry.transactionValue":"3000 JPY",
               "prize.value":"80000 JPY","expectedSales":"9000000 JPY","prizes.total":"80000 JPY"},
               "expect":["jp-one"]}]}\
            """);

    assertThat(japan.failed()).isEmpty();
    assertThat(rules(japan.judge(facts(Map.of("entry.purchase", "required")), START)))
        .containsExactly("ask:prize.value", "ask:prizes.total");
  }

  @Test
  void judge_newYorkAboveTheLine_countsTheDayFromTheStart() throws Exception {
    var facts =
        facts(
            Map.of(
                "selection", "chance",
                "audience.regions", List.of("US-NY"),
                "prizes.announcedTotal", "6000 USD",
                "dates.start", "2026-12-30"));

    var filing =
        Packs.standard().judge(facts, START).stream()
            .filter(finding -> finding.key().equals("US-NY/ny-file"))
            .findFirst()
            .orElseThrow();

    assertThat(filing.level()).isEqualTo("must");
    assertThat(filing.task().due()).isEqualTo("2026-11-30");
    assertThat(filing.source().confidence()).isEqualTo("A");
  }

  @Test
  void judge_withinATenthOfTheLine_warns() throws Exception {
    var near = Map.of("selection", "chance", "prizes.announcedTotal", "4500 USD");
    var far = Map.of("selection", "chance", "prizes.announcedTotal", "4499 USD");
    Pack newYork = Packs.standard().of(List.of("US-NY")).get(1);

    assertThat(rules(newYork.judge(facts(near), START))).containsExactly("near:ny-file");
    assertThat(newYork.judge(facts(far), START)).isEmpty();
  }

  @Test
  void judge_placeWithoutPack_saysSoAndNeverNothing() throws Exception {
    var portugal = facts(Map.of("selection", "chance", "audience.regions", List.of("PT")));
    var texas = facts(Map.of("selection", "chance", "audience.regions", List.of("US-TX")));

    assertThat(Packs.standard().judge(portugal, START))
        .singleElement()
        .satisfies(one -> assertThat(one.level()).isEqualTo("must"))
        .satisfies(one -> assertThat(one.text().get("en")).contains("no pack for PT"));
    assertThat(rules(Packs.standard().judge(texas, START))).contains("part-without-pack");
    assertThat(rules(Packs.standard().judge(facts(Map.of()), START)))
        .containsExactly("ask:selection", "ask:audience.regions");
  }

  @Test
  void judge_startBeforeThePackSpeaks_isNoPass() throws Exception {
    var facts = facts(Map.of("selection", "chance", "audience.regions", List.of("DE")));

    var before = Packs.standard().judge(facts, LocalDate.of(2025, 12, 31));

    assertThat(rules(before)).contains("not-for-this-start");
  }

  @Test
  void truth_oneDecisivePart_decidesWhateverIsUnknown() throws Exception {
    var when =
        """
        {"all":[{"fact":"skillQuestion","is":true},{"fact":"selection","is":"chance"}]}\
        """;
    Pack pack = one(when, "B", "block");

    assertThat(rules(pack.judge(facts(Map.of("selection", "skill")), START))).isEmpty();
    assertThat(rules(pack.judge(facts(Map.of("selection", "chance")), START)))
        .containsExactly("ask:skillQuestion");
  }

  @Test
  void read_wrongPack_namesRuleAndReason() {
    String always = "{\"fact\":\"selection\",\"is\":\"chance\"}";
    assertThatThrownBy(() -> one(always, "C", "block"))
        .hasMessage("rule r: mark C may only warn or ask, not block");
    assertThatThrownBy(() -> one("{\"fact\":\"selektion\",\"is\":\"chance\"}", "A", "must"))
        .hasMessage("rule r: fact 'selektion' is unknown; is 'selection' meant?");
    assertThatThrownBy(() -> one("{\"fact\":\"selection\",\"is\":\"luck\"}", "A", "must"))
        .hasMessageContaining("'luck' of selection is one of none, chance");
    assertThatThrownBy(() -> one("{\"fact\":\"findings\",\"in\":[\"later\"]}", "A", "must"))
        .hasMessage("rule r: no rule 'later' stands before it");
    assertThatThrownBy(() -> facts(Map.of("prizes.total", "12")))
        .hasMessageContaining("right is a number and a currency");
  }

  private static Pack one(String when, String mark, String level) throws PackException {
    return pack(
        """
        {"jurisdiction":"XX","version":"1","validFrom":"2026-01-01",
         "sources":{"s":{"title":"t","url":"","readOn":"2026-11-22","confidence":"%s"}},
         "rules":[{"id":"r","topic":"lottery","when":%s,"source":"s","finding":{"level":"%s"}}],
         "tests":[]}\
        """
            .formatted(mark, when, level));
  }

  private static Pack pack(String json) throws PackException {
    return Pack.read(JSON.readTree(json));
  }

  private static Facts facts(Map<String, ?> given) throws PackException {
    return Facts.of(given);
  }

  private static List<String> rules(List<PackFinding> findings) {
    return findings.stream().map(PackFinding::rule).toList();
  }
}
