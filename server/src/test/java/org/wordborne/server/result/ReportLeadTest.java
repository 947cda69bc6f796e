package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.result.BrandShare.VoiceShares;
import org.wordborne.server.result.ResultsView.AnswersGiven;
import org.wordborne.server.result.ResultsView.ResultCampaign;
import org.wordborne.server.result.ResultsView.TalkNotShout;
import org.wordborne.server.result.effect.EffectView;

/// Of an effect of a half each, over fifty days or people: what the headline makes of it.
class ReportLeadTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final LocalDate LAST = LocalDate.parse("2026-11-19");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          glad       |  .5 |  .2 |  .8 | identified | en | brought about 25 glad voices | between 10 and 40, over 50 days
          glad       | -.5 | -.8 | -.2 | identified | en | cost about 25 glad voices | between 10 and 40 fewer, over 50 days
          glad       | -.5 | -.8 | -.2 | identified | de | kostete etwa 25 frohe Stimmen | zwischen 10 und 40 weniger
          glad       | -.5 | -.8 |  .2 | weak       | en | cannot be told for certain | between -40 and 10 over 50 days
          glad-words |  .5 |  .2 |  .8 | identified | en | brought about 25 glad words | 24 people were to be asked
          glad-words | -.5 | -.8 | -.2 | identified | en | cost about 25 glad words | 10 and 40 fewer. 24 people
          glad-words | -.5 | -.8 | -.2 | identified | de | kostete etwa 25 frohe Worte | 24 Menschen sollten
          glad-words |  .5 | -.2 |  .8 | weak       | en | cannot be told for certain | between -10 and 40; nothing
          """)
  void lead_effect_tellsGainLossOrDoubt(
      String measure,
      double each,
      double low,
      double high,
      String sure,
      String language,
      String head,
      String dek) {
    var effect =
        new EffectView(
            measure, each, null, 50 * each, low, high, .9, null, sure, "", "", null, List.of(),
            List.of(), 24);
    var page = Html.piece();

    new ReportBody(ReportTexts.of(language), view(effect), page).lead();

    assertThat(page.done()).contains(head, dek);
    assertThat(page.done().contains("topics"))
        .isEqualTo(measure.equals("glad") && sure.equals("identified") && language.equals("en"));
  }

  private static ResultsView view(EffectView effect) {
    return new ResultsView(
        FIRST,
        LAST,
        List.of(),
        new ResultCampaign(UUID.randomUUID(), "Fern", FIRST, LAST, false),
        List.of(),
        List.of(),
        List.of(ResultFigures.effect(effect, 50, null)),
        new VoiceShares(List.of(), 0, "unmarked"),
        new AnswersGiven(0, 0, 0, 0, null, null, null),
        new TalkNotShout(0, 0),
        null,
        null,
        List.of(),
        List.of(),
        Instant.EPOCH);
  }
}
