package org.wordborne.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalyzerTest {
  private static final TextAnalyzer ANALYZER = TextAnalyzer.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The kettle is on and the door is open.
          de | Der Kessel steht auf dem Herd und die Tür ist offen.
          fr | La porte est ouverte et le café est prêt.
          es | La puerta está abierta y el café está listo.
          it | La porta è aperta e il caffè è pronto.
          pt | A porta está aberta e o café já está pronto.
          nl | De deur staat open en de koffie is klaar.
          pl | Drzwi są otwarte, a kawa jest gotowa.
          ru | Дверь открыта, и кофе уже готов.
          uk | Двері відчинені, і кава вже готова.
          ar | الباب مفتوح والقهوة جاهزة
          el | Η πόρτα είναι ανοιχτή
          he | הדלת פתוחה והקפה מוכן
          th | ประตูเปิดอยู่
          ja | ドアは開いています
          zh | 门开着，咖啡准备好了
          ko | 문이 열려 있고 커피가 준비되었습니다
          """)
  void analyze_sentence_tellsItsLanguage(String language, String text) {
    assertThat(ANALYZER.analyze(text).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "👍", "12:30", "@ada #oat", "mm", "??"})
  void analyze_nothingToGoBy_tellsNoLanguage(String text) {
    assertThat(ANALYZER.analyze(text).language()).isEqualTo("und");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ドアは開いています", "De deur staat open en de koffie is klaar.", ""})
  void analyze_languageWithoutModel_isUnsure(String text) {
    var sentiment = ANALYZER.analyze(text).sentiment();

    assertThat(sentiment.label()).isEqualTo(SentimentLabel.UNSURE);
    assertThat(sentiment.modelled()).isFalse();
  }

  @Test
  void analyze_anyText_scoresSumToOneAndReasonsLieInside() {
    for (var text : OwnSentences.texts()) {
      var analysis = ANALYZER.analyze("😀 " + text);
      var scores = analysis.sentiment();
      assertThat(scores.positive() + scores.negative() + scores.neutral()).isBetween(0.999, 1.001);
      for (var reason : analysis.why()) {
        int from = ("😀 " + text).offsetByCodePoints(0, reason.start());
        int to = ("😀 " + text).offsetByCodePoints(0, reason.end());
        assertThat(("😀 " + text).substring(from, to)).isEqualTo(reason.words()).isNotEmpty();
      }
    }
  }

  @Test
  void analyze_sameTextAfterOthers_givesTheSameBits() {
    var first = OwnSentences.texts().stream().map(ANALYZER::analyze).toList();
    var again = OwnSentences.texts().stream().map(ANALYZER::analyze).toList();

    assertThat(again).isEqualTo(first);
    assertThat(again.toString()).isEqualTo(first.toString());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void analyze_anyCharacters_answers(long seed) {
    var random = new SplittableRandom(seed);
    var text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append((char) random.nextInt(0x10000));
    }

    var analysis = ANALYZER.analyze(text.toString());

    assertThat(analysis.spam()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Check out my new channel and subscribe please!! https://www.youtube.com/channel/abc",
        "Please subscribe to my channel, I upload new covers every week, thumbs up if you like them",
        "Earn real money from home, sign up here for free http://fastcash.example/?ref=77"
      })
  void analyze_plugsAndEasyMoney_areSpam(String text) {
    assertThat(ANALYZER.analyze(text).spam()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Courier writes about the new bakery: https://courier.example/news/bakery",
        "Is there a menu online? I found only https://lantern.example/menu.pdf",
        "I have been a subscriber for years and now your website refuses my password, no help at all",
        "Thank you for the soup, I told all my friends about it",
        "My flat white was cold again, please check what is wrong with the machine"
      })
  void analyze_ordinaryTalkWithLinksAndPleas_isNoSpam(String text) {
    assertThat(ANALYZER.analyze(text).spam()).isLessThan(0.5);
  }

  /// The law of abstaining on sentences that no weight has seen.
  @Test
  void analyze_ownHeldOutSentences_shownMoodIsRightFourTimesInFive() {
    int shown = 0;
    int right = 0;
    for (var own : OwnSentences.all()) {
      var label = ANALYZER.analyze(own.text()).sentiment().label();
      if (label == SentimentLabel.POSITIVE || label == SentimentLabel.NEGATIVE) {
        shown++;
        right += label.word().equals(own.mood()) ? 1 : 0;
      }
    }

    assertThat(shown).isGreaterThan(OwnSentences.all().size() / 4);
    assertThat((double) right / shown).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void analyze_ownHeldOutSentences_intentsAreMostlyFound() {
    int wanted = 0;
    int found = 0;
    int given = 0;
    for (var own : OwnSentences.all()) {
      var intents = ANALYZER.analyze(own.text()).intents().keySet();
      given += intents.size();
      wanted += own.intents().size();
      found += (int) intents.stream().filter(own.intents()::contains).count();
    }

    assertThat((double) found / wanted).as("recall").isGreaterThanOrEqualTo(0.7);
    assertThat((double) found / given).as("precision").isGreaterThanOrEqualTo(0.7);
  }
}
