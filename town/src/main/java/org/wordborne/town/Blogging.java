package org.wordborne.town;

import java.time.Instant;
import java.util.SplittableRandom;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// Posts of the town's blogs: one remark, told at more length.
final class Blogging {

  private static final Theme[] LOVED = {
    Theme.COFFEE, Theme.CAKE, Theme.STAFF, Theme.SEAT, Theme.FERN, Theme.OAT, Theme.RUMOUR,
    Theme.BEANS, Theme.EVENT, Theme.MARKET, Theme.FERRY, Theme.GULLS, Theme.WEATHER, Theme.SCHOOL,
    Theme.FIXED, Theme.COMPARE
  };

  private Blogging() {}

  static Word write(Talk talk, Institution place, Instant at) {
    var by = talk.random();
    var who = talk.population().cast(place.writer);
    var speech = talk.phrases(place.language);
    var theme = theme(talk, speech, at, by);
    String friend = talk.friend(who, by);
    var remark = speech.tell(theme, who, friend, 0, talk.opinion(who.id()), by);
    var text = new StringBuilder();
    part(text, speech, "blog.open", theme, who, friend, by);
    sentence(text, remark.text());
    part(text, speech, "blog.middle", theme, who, friend, by);
    part(text, speech, "blog.close", theme, who, friend, by);
    String title = speech.title(theme, 0, by);
    return word(talk, place, who, title, text.toString().strip(), at, theme, remark);
  }

  private static Word word(
      Talk talk,
      Institution place,
      Person who,
      String title,
      String text,
      Instant at,
      Theme theme,
      Phrases.Remark remark) {
    var word =
        new Word(
            talk.nextNumber(),
            place,
            Speaker.of(who, place),
            title,
            text,
            at,
            null,
            Meaning.of(theme, 0, remark.truth(), place.language));
    talk.take(word, talk.random());
    return word;
  }

  private static Theme theme(Talk talk, Phrases speech, Instant at, SplittableRandom by) {
    for (int tries = 0; tries < 50; tries++) {
      var theme = LOVED[by.nextInt(LOVED.length)];
      if (speech.knows(theme) && theme.weight(talk.day(at)) > 0) {
        return theme;
      }
    }
    return Theme.CAKE;
  }

  private static void part(
      StringBuilder text,
      Phrases speech,
      String name,
      Theme theme,
      Person who,
      String friend,
      SplittableRandom by) {
    var remark = speech.line(name, theme, who, "", friend, 0, by);
    if (remark != null) {
      sentence(text, remark.text());
    }
  }

  /// Whoever leaves out the last full stop elsewhere sets it in a blog.
  private static void sentence(StringBuilder text, String said) {
    text.append(said);
    if (Character.isLetterOrDigit(said.charAt(said.length() - 1))) {
      text.append('.');
    }
    text.append(' ');
  }
}
