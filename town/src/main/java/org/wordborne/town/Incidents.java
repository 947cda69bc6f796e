package org.wordborne.town;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// Stories that happen when they are asked for, each written down in `incidents/NAME.txt`: what who
/// says where, so long after it began or after the café answered one of its words.
///
/// Callers hold the town's lock.
final class Incidents {

  private static final Pattern ADDRESS = Pattern.compile("\\{url:(\\w+)}");
  private static final Pattern OTHERS = Pattern.compile("@[^;]+;[^;]+;\\d+");
  private static final List<String> STORIES = List.of("insignificant");

  private final Talk talk;
  private final Chronicle chronicle;
  private final PostJson.Addresses addresses;
  private final Map<String, Script> begun = new LinkedHashMap<>();
  private final Map<String, Instant> planned = new HashMap<>();

  /// @param after label of the word whose answer it waits for; empty for the story's beginning
  private record Line(
      String label,
      String answers,
      String after,
      Duration pause,
      Institution place,
      String who,
      Theme theme,
      String language,
      Truth truth,
      String title,
      String text) {

    static Line parse(String line) {
      String[] parts = line.split(";", 10);
      var truth = Truth.parse(("x " + parts[7]).split(" "));
      if (parts.length < 10 || truth == null) {
        throw new IllegalStateException("incidents: incomplete line " + line);
      }
      String[] when = parts[2].split(">");
      String pause = when[when.length - 1];
      return new Line(
          parts[0],
          parts[1],
          when.length > 1 ? when[0] : "",
          Duration.ofSeconds(Long.parseLong(pause.substring(1, pause.length() - 1))),
          Institution.valueOf(parts[3]),
          parts[4],
          Theme.valueOf(parts[5]),
          parts[6],
          truth,
          parts[8],
          parts[9]);
    }
  }

  /// A story under way.
  private static final class Script {
    private final Instant begunAt;
    private final double speed;
    private final Map<String, Speaker> people = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Word> said = new LinkedHashMap<>();
    private final Map<String, Instant> answered = new HashMap<>();

    Script(String story, Instant begunAt, double speed) {
      this.begunAt = begunAt;
      this.speed = speed;
      for (String line : Population.Names.lines("incidents/" + story + ".txt")) {
        if (OTHERS.matcher(line).matches()) {
          String[] parts = line.substring(1).split(";");
          people.put(parts[0], new Speaker(-3, parts[0], parts[1], Integer.parseInt(parts[2])));
        } else {
          lines.add(Line.parse(line));
        }
      }
    }

    boolean isDue(Line line, Instant now) {
      var from = line.after().isEmpty() ? begunAt : answered.get(line.after());
      return from != null
          && !now.isBefore(from.plusMillis((long) (line.pause().toMillis() / speed)));
    }
  }

  Incidents(Talk talk, Chronicle chronicle, PostJson.Addresses addresses) {
    this.talk = talk;
    this.chronicle = chronicle;
    this.addresses = addresses;
  }

  /// What stood on Saltmarsh Diary before anybody heard of it.
  static List<Word> past(Instant firstDay, long firstNumber) {
    var edda = new Speaker(-3, "edda.quill", "Edda Quill", 3);
    var calm = new Truth("neutral", java.util.Set.of(), false, false);
    return List.of(
        new Word(
            firstNumber - 2,
            Institution.SALTMARSH,
            edda,
            "Curlews, eleven of them",
            "Low water at ten past seven. Eleven curlews on the mud behind the sluice, and one"
                + " heron who wished they would leave.",
            firstDay.minus(Duration.ofHours(150)),
            null,
            Meaning.of(Theme.WEATHER, 0, calm, "en")),
        new Word(
            firstNumber - 1,
            Institution.SALTMARSH,
            edda,
            "The plank is back",
            "Somebody has laid a plank over the ditch on the dyke path. Whoever you are: my wheels"
                + " and I are obliged to you.",
            firstDay.minus(Duration.ofHours(61)),
            null,
            Meaning.of(Theme.GARDEN, 0, calm, "en")));
  }

  /// Begins a story, unless it happened already.
  boolean play(String story, Instant now, double speed) {
    if (!STORIES.contains(story)) {
      throw new IllegalArgumentException("no story is called " + story);
    }
    var script = new Script(story, now, speed);
    if (begun.containsKey(story) || happened(script.lines.getFirst())) {
      return false;
    }
    begun.put(story, script);
    look(now);
    return true;
  }

  private boolean happened(Line first) {
    return chronicle.all().stream()
        .anyMatch(
            word ->
                word.place == first.place()
                    && word.authorId.equals(first.who())
                    && word.title.equals(first.title()));
  }

  /// Begins a story at a time to come.
  void plan(String story, Instant at) {
    planned.put(story, at);
  }

  /// Says what is due.
  void look(Instant now) {
    for (String story : List.copyOf(planned.keySet())) {
      Instant at = planned.get(story);
      if (at != null && !now.isBefore(at)) {
        planned.remove(story);
        play(story, now, 1);
      }
    }
    for (Script script : begun.values()) {
      for (Line line : script.lines) {
        if (!script.said.containsKey(line.label()) && script.isDue(line, now)) {
          speak(script, line, now);
        }
      }
    }
  }

  private void speak(Script script, Line line, Instant now) {
    @Nullable Word parent = script.said.get(line.answers());
    if (parent == null && !line.answers().isEmpty()) {
      return; // What it answers is still to be said.
    }
    var other = script.people.get(line.who());
    var speaker =
        other == null ? Speaker.of(talk.population().cast(line.who()), line.place()) : other;
    var word =
        new Word(
            talk.nextNumber(),
            line.place(),
            speaker,
            line.title(),
            text(script, line),
            now,
            parent,
            Meaning.of(line.theme(), 0, line.truth(), line.language()));
    script.said.put(line.label(), word);
    talk.take(word, talk.random());
    chronicle.add(word);
  }

  private String text(Script script, Line line) {
    Matcher names = ADDRESS.matcher(line.text());
    return names.replaceAll(
        name -> {
          var word = script.said.get(name.group(1));
          return word == null ? "" : Matcher.quoteReplacement(addresses.url(word));
        });
  }

  /// The café answered a word: what waited for it takes its course.
  void answered(Word to, Instant now) {
    for (Script script : begun.values()) {
      script.said.forEach(
          (label, word) -> {
            if (word == to) {
              script.answered.putIfAbsent(label, now);
            }
          });
    }
  }

  /// What happened, as JSON.
  String book() {
    var json = new StringBuilder("[");
    begun.forEach(
        (story, script) -> {
          json.append(json.length() > 1 ? ",{" : "{");
          PostJson.field(json, "story", story);
          PostJson.field(json, "begunAt", script.begunAt.toString());
          json.append("\"words\":[");
          script.said.forEach((label, word) -> word(json, label, word));
          json.append("]}");
        });
    return json.append(']').toString();
  }

  private void word(StringBuilder json, String label, Word word) {
    json.append(json.charAt(json.length() - 1) == '[' ? "{" : ",{");
    PostJson.field(json, "label", label);
    PostJson.field(json, "id", addresses.id(word));
    PostJson.field(json, "place", word.place.title);
    PostJson.field(json, "url", addresses.url(word));
    PostJson.field(json, "author", word.authorName);
    PostJson.field(json, "at", word.at.toString());
    json.append("\"answers\":").append(chronicle.answersTo(word).size()).append('}');
  }
}
