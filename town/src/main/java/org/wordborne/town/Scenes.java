package org.wordborne.town;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// What certain people say at certain times, whatever the rest of the town does: the voices a
/// visitor meets first, and the paper's articles.
final class Scenes {

  private final Talk talk;
  private final List<Scene> scenes = new ArrayList<>();
  private final Map<String, Word> said = new HashMap<>();

  private record Scene(
      String label,
      String answers,
      Instant at,
      Institution place,
      String who,
      Theme theme,
      String language,
      Truth truth,
      String title,
      String text) {}

  Scenes(Talk talk, Instant firstDay, ZoneId zone) {
    this.talk = talk;
    for (String line : Population.Names.lines("scenes.txt")) {
      String[] parts = line.split(";", 10);
      var truth = Truth.parse(("x " + parts[7]).split(" "));
      if (parts.length < 10 || truth == null) {
        throw new IllegalStateException("scenes.txt: incomplete line " + line);
      }
      scenes.add(
          new Scene(
              parts[0],
              parts[1],
              when(parts[2], firstDay, zone),
              Institution.valueOf(parts[3]),
              parts[4],
              Theme.valueOf(parts[5]),
              parts[6],
              truth,
              parts[8],
              parts[9]));
    }
    scenes.sort((a, b) -> a.at().compareTo(b.at()));
  }

  private static Instant when(String text, Instant firstDay, ZoneId zone) {
    int at = text.indexOf('@');
    if (at > 0) {
      int days = Integer.parseInt(text.substring(0, at));
      var date = firstDay.atZone(zone).toLocalDate().plusDays(days);
      return date.atTime(LocalTime.parse(text.substring(at + 1))).atZone(zone).toInstant();
    }
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return firstDay.plus(
        switch (text.charAt(text.length() - 1)) {
          case 's' -> Duration.ofSeconds(amount);
          case 'm' -> Duration.ofMinutes(amount);
          case 'h' -> Duration.ofHours(amount);
          default -> throw new IllegalStateException("scenes.txt: no time " + text);
        });
  }

  /// The scenes in `[from, until)`, spoken.
  List<Word> between(Instant from, Instant until) {
    var words = new ArrayList<Word>();
    for (Scene scene : scenes) {
      if (!scene.at().isBefore(from) && scene.at().isBefore(until)) {
        words.add(speak(scene));
      }
    }
    return words;
  }

  private Word speak(Scene scene) {
    var person = talk.population().cast(scene.who());
    @Nullable Word parent = said.get(scene.answers());
    var speaker = Speaker.of(person, scene.place());
    var word =
        new Word(
            talk.nextNumber(),
            scene.place(),
            speaker,
            scene.title(),
            scene.text(),
            scene.at(),
            parent,
            Meaning.of(scene.theme(), 0, scene.truth(), scene.language()));
    said.put(scene.label(), word);
    talk.take(word, talk.random());
    return word;
  }
}
