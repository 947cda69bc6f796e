package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordborne.server.conversation.TalkFixture.praise;
import static org.wordborne.server.conversation.TalkFixture.question;
import static org.wordborne.server.conversation.TalkFixture.remark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.server.conversation.TalkFixture.Word;
import org.wordborne.server.person.People;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.Workspaces;

class RecommendsTest {
  private final TalkFixture talk = new TalkFixture();
  private final Word asked = question("q", "tilda").says("Where is good cake?").ago(minutes(20));
  private final Word told =
      praise("r", "edda").answers("q").says("Go to the Lantern, it is lovely!").ago(minutes(10));

  @BeforeEach
  void nameTheBrand() {
    var brand =
        new Brand("Lantern", List.of(), "Alderwick", List.of("lantern parade"), List.of(), true);
    talk.bean(Workspaces.class).rename(talk.scope, "test", brand);
  }

  private static Duration minutes(int n) {
    return Duration.ofMinutes(n);
  }

  private List<String> recommends() {
    return talk.texts(
        """
        select a.name || '>' || b.name from trust_edge e join person a on a.id = e.from_person
        join person b on b.id = e.to_person where e.deed = 'recommends'
        """);
  }

  @Test
  void follow_kindAnswerAboutUsToAQuestion_recommends() {
    talk.hear(asked, told);

    assertThat(recommends()).containsExactly("edda>tilda");
  }

  @Test
  void follow_answerHeardBeforeTheQuestion_recommendsAllTheSame() {
    talk.hear(told);
    assertThat(recommends()).isEmpty();

    talk.hear(asked);

    assertThat(recommends()).containsExactly("edda>tilda");
  }

  @Test
  void follow_anythingLess_recommendsNothing() {
    talk.hear(
        asked,
        praise("a", "ida").answers("q").says("Go to the Blue Cup!"),
        praise("b", "ben").answers("q").says("The lantern parade is lovely"),
        remark("c", "kit").answers("q").says("The Lantern, perhaps"),
        praise("d", "us").answers("q").says("Come to the Lantern").ours(),
        praise("e", "bot").answers("q").says("The Lantern is lovely").spam(),
        praise("f", "tilda").answers("q").says("The Lantern is lovely"),
        remark("g", "mo").says("I sat."),
        praise("h", "al").answers("g").says("The Lantern is lovely"));

    assertThat(recommends()).isEmpty();
  }

  @Test
  void follow_questionCorrectedOrDeleted_takesItBack_andBack() {
    talk.hear(asked, told);

    talk.hear(asked.judged("neutral", Map.of()));
    assertThat(recommends()).isEmpty();
    talk.hear(asked.judged("neutral", Map.of("request", 1.0)));
    assertThat(recommends()).containsExactly("edda>tilda");
    talk.hear(asked.deleted());
    assertThat(recommends()).isEmpty();
  }

  @Test
  void follow_everythingTwice_leavesTheSameTables() {
    talk.hear(asked, told);
    var once = tables();

    talk.hear(asked, told);
    talk.hear(told);
    talk.hear(asked);

    assertThat(tables()).isEqualTo(once);
  }

  private List<String> tables() {
    return talk.texts(
        """
        select deed || mention_id::text || from_person::text || to_person::text from trust_edge
        union all select native_id || asks || about_us || praises from spoken order by 1
        """);
  }

  @Test
  void profile_recommendation_opensBothWords() {
    talk.hear(asked, told);
    var people = talk.bean(People.class);

    var line = people.profile(talk.scope, person("edda")).trust().getFirst();
    var back = people.profile(talk.scope, person("tilda")).trust().getFirst();

    assertThat(line.deed()).isEqualTo("recommends");
    assertThat(line.pairs().getFirst().said()).isEqualTo(told.mention());
    assertThat(line.pairs().getFirst().answered()).isEqualTo(asked.mention());
    assertThat(back.deed()).isEqualTo("recommended-by");
  }

  private UUID person(String name) {
    return UUID.fromString(
        talk.texts("select id::text from person where name = '" + name + "'").getFirst());
  }
}
