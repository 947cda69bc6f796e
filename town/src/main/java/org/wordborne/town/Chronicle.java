package org.wordborne.town;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that was said, and the diary that carries it over a stop: one JSON line for each living
/// word, edit, deletion, answer and acknowledged delivery. Callers hold the town's lock.
final class Chronicle implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Word> past;
  private final List<Word> words = new ArrayList<>();
  private final Map<Long, Word> byNumber = new HashMap<>();
  private final Map<Word, List<Word>> replies = new HashMap<>();
  private final Map<String, Word> answersByKey = new HashMap<>();
  private final Map<Word, List<Word>> answersTo = new HashMap<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Map<Institution, Integer> delivered = new EnumMap<>(Institution.class);
  private final BufferedWriter diary;

  /// Something that listeners must be told.
  record Happening(String type, Word word) {}

  Chronicle(List<Word> past, Path folder, Talk talk) {
    this.past = List.copyOf(past);
    this.past.forEach(this::remember);
    try {
      Files.createDirectories(folder);
      var file = folder.resolve("diary.jsonl");
      if (Files.exists(file)) {
        reread(file, talk);
      }
      diary = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(Word word) {
    words.add(word);
    byNumber.put(word.number, word);
    var parent = word.parent;
    if (parent != null) {
      replies.computeIfAbsent(parent, _ -> new ArrayList<>()).add(word);
    }
  }

  /// Takes words of long ago that stand at no front page; who has their address finds them.
  void shelve(List<Word> old) {
    old.forEach(word -> byNumber.put(word.number, word));
  }

  List<Word> past() {
    return past;
  }

  List<Word> all() {
    return words;
  }

  @Nullable Word find(long number) {
    return byNumber.get(number);
  }

  /// The word with this id at a place, if there is one.
  @Nullable Word find(Institution place, String id) {
    String digits = id.replaceAll(".*\\D", "");
    if (digits.isEmpty() || digits.length() > 18) {
      return null;
    }
    var word = byNumber.get(Long.parseLong(digits));
    return word != null && word.place == place ? word : null;
  }

  List<Word> repliesTo(Word word) {
    return replies.getOrDefault(word, List.of());
  }

  @Nullable Word answer(String key) {
    return answersByKey.get(key);
  }

  List<Word> answersTo(Word word) {
    return answersTo.getOrDefault(word, List.of());
  }

  /// The latest answers the café gave, whoever got them.
  List<Word> answers() {
    return List.copyOf(answersByKey.values());
  }

  List<Happening> happenings() {
    return happenings;
  }

  int delivered(Institution place) {
    return delivered.getOrDefault(place, 0);
  }

  /// Writes down a word said just now.
  void add(Word word) {
    note(word, "");
    remember(word);
    happenings.add(new Happening("post.created", word));
  }

  /// Writes down an answer of the café; listeners are not told what they said themselves.
  void addAnswer(Word word, String key) {
    note(word, key);
    keep(word, key);
  }

  private void keep(Word word, String key) {
    remember(word);
    answersByKey.put(key, word);
    var parent = word.parent;
    if (parent != null) {
      answersTo.computeIfAbsent(parent, _ -> new ArrayList<>()).add(word);
    }
  }

  void edit(Word word, String text, Instant at) {
    write(
        "{\"e\":\"edit\",\"n\":"
            + word.number
            + ",\"at\":\""
            + at
            + "\",\"text\":"
            + PostJson.quoted(text)
            + "}");
    word.edit(text, at);
    happenings.add(new Happening("post.updated", word));
  }

  void delete(Word word) {
    write("{\"e\":\"gone\",\"n\":" + word.number + "}");
    word.delete();
    happenings.add(new Happening("post.deleted", word));
  }

  void deliveredUpTo(Institution place, int count) {
    write("{\"e\":\"told\",\"place\":\"" + place + "\",\"count\":" + count + "}");
    delivered.put(place, count);
  }

  private void note(Word word, String key) {
    var json = new StringBuilder("{\"e\":\"word\",\"n\":").append(word.number).append(',');
    PostJson.field(json, "key", key);
    PostJson.field(json, "place", word.place.name());
    json.append("\"person\":").append(word.author).append(',');
    json.append("\"followers\":").append(word.followers).append(',');
    PostJson.field(json, "author", word.authorId);
    PostJson.field(json, "name", word.authorName);
    PostJson.field(json, "title", word.title);
    PostJson.field(json, "text", word.text());
    PostJson.field(json, "at", word.at.toString());
    json.append("\"parent\":").append(number(word.parent)).append(',');
    json.append("\"repost\":").append(number(word.repostOf)).append(',');
    json.append("\"told\":").append(number(word.toldBy)).append(',');
    PostJson.field(json, "theme", word.theme.name());
    json.append("\"cafe\":").append(word.cafe).append(',');
    PostJson.field(json, "sentiment", word.truth.sentiment());
    json.append("\"intents\":").append(PostJson.strings(word.truth.intents())).append(',');
    json.append("\"spam\":").append(word.truth.spam()).append(",\"sarcasm\":");
    json.append(word.truth.sarcasm()).append(',');
    PostJson.field(json, "language", word.language);
    json.setCharAt(json.length() - 1, '}');
    write(json.toString());
  }

  private static long number(@Nullable Word word) {
    return word == null ? 0 : word.number;
  }

  private void write(String line) {
    try {
      diary.write(line);
      diary.newLine();
      diary.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reread(Path file, Talk talk) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (!line.endsWith("}")) {
        continue; // Torn by a sudden stop: it was never told to anybody.
      }
      var node = JSON.readTree(line);
      var known = byNumber.get(node.path("n").asLong());
      switch (node.path("e").asString()) {
        case "word" -> again(word(node), node.path("key").asString(), talk);
        case "edit" -> {
          if (known != null) {
            known.edit(node.path("text").asString(), Instant.parse(node.path("at").asString()));
            happenings.add(new Happening("post.updated", known));
          }
        }
        case "gone" -> {
          if (known != null) {
            known.delete();
            happenings.add(new Happening("post.deleted", known));
          }
        }
        default ->
            delivered.put(
                Institution.valueOf(node.path("place").asString()), node.path("count").asInt());
      }
    }
  }

  private void again(Word word, String key, Talk talk) {
    if (!key.isEmpty()) {
      keep(word, key);
    } else {
      remember(word);
      happenings.add(new Happening("post.created", word));
    }
    talk.take(word, talk.random());
  }

  private Word word(JsonNode node) {
    Set<String> intents = new HashSet<>();
    node.path("intents").forEach(intent -> intents.add(intent.asString()));
    var truth =
        new Truth(
            node.path("sentiment").asString(),
            intents,
            node.path("spam").asBoolean(),
            node.path("sarcasm").asBoolean());
    return new Word(
        node.path("n").asLong(),
        Institution.valueOf(node.path("place").asString()),
        new Speaker(
            node.path("person").asInt(),
            node.path("author").asString(),
            node.path("name").asString(),
            node.path("followers").asInt()),
        node.path("title").asString(),
        node.path("text").asString(),
        Instant.parse(node.path("at").asString()),
        byNumber.get(node.path("parent").asLong()),
        new Meaning(
            Theme.valueOf(node.path("theme").asString()),
            node.path("cafe").asInt(),
            truth,
            node.path("language").asString(),
            byNumber.get(node.path("repost").asLong()),
            byNumber.get(node.path("told").asLong())));
  }

  @Override
  public void close() {
    try {
      diary.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
