package org.wordborne.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The ways people of one language put things.
///
/// A grammar file holds sections, `== name` and its remarks, one line each. In a line `<a|b>` is a
/// choice, `[a]` may be left out, `{x}` is another section or something bound by the speaker (`C`
/// the café, `author` whom one answers, `friend`). A line that begins with `3*` is three times as
/// likely. After a section's name: what its lines truly are (`pos`, `neg`, `neu`, `mix`; intents;
/// `spam`, `sarcasm`), or `~` for names, days and numbers, which do not count as wording.
final class Grammar {

  private static final String[] FILES = {"cafe", "rest", "town", "answers", "common", "circle"};

  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final String language;

  private Grammar(String language) {
    this.language = language;
  }

  /// The grammar shipped for `en` or `de`.
  static Grammar of(String language) {
    var grammar = new Grammar(language);
    for (String file : FILES) {
      grammar.read(language + "/" + file + ".txt");
    }
    grammar.sections.values().forEach(section -> section.compile(grammar));
    return grammar;
  }

  String language() {
    return language;
  }

  @Nullable Section find(String name) {
    return sections.get(name);
  }

  Section section(String name) {
    var section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException("no section " + name + " in " + language);
    }
    return section;
  }

  Iterable<Section> all() {
    return sections.values();
  }

  private void read(String file) {
    var in = Grammar.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("missing resource " + file);
    }
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Section current = null;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("== ")) {
          current = open(line.substring(3).trim());
        } else if (current != null) {
          current.add(line.strip());
        } else {
          throw new IllegalStateException(file + ":" + number + ": a line before any section");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Section open(String header) {
    String[] words = header.split("\\s+");
    var known = sections.get(words[0]);
    if (known != null) {
      return known;
    }
    var section = new Section(words[0], Truth.parse(words), header.contains(" ~"));
    sections.put(words[0], section);
    return section;
  }

  /// What is being said: the text so far, what is bound, and the path of choices that led here.
  static final class Saying {
    final StringBuilder text = new StringBuilder(160);
    final RandomGenerator random;
    final Bound bound;
    long path = 17;

    /// The line that the first section of it chose.
    int line;

    /// Whether the person one answers was named.
    boolean named;
    private int names;

    Saying(RandomGenerator random, Bound bound) {
      this.random = random;
      this.bound = bound;
    }

    void chose(int choice) {
      if (names == 0) {
        path = path * 0x9E3779B97F4A7C15L + choice + 1;
      }
    }
  }

  /// The alternatives of one name.
  static final class Section {
    private final String name;
    private final @Nullable Truth truth;
    private final boolean nameLike;
    private final List<String> sources = new ArrayList<>();
    private Node[] lines = {};
    private final int hash;

    Section(String name, @Nullable Truth truth, boolean nameLike) {
      this.name = name;
      this.truth = truth;
      this.nameLike = nameLike;
      this.hash = name.hashCode();
    }

    String name() {
      return name;
    }

    /// What its lines truly are; null for mere parts of speech.
    @Nullable Truth truth() {
      return truth;
    }

    private void add(String line) {
      int star = line.indexOf("* ");
      int weight = 1;
      if (star == 1 && Character.isDigit(line.charAt(0))) {
        weight = line.charAt(0) - '0';
        line = line.substring(3);
      }
      for (int i = 0; i < weight; i++) {
        sources.add(line);
      }
    }

    private void compile(Grammar grammar) {
      lines = new Node[sources.size()];
      for (int i = 0; i < lines.length; i++) {
        try {
          lines[i] = new LineReader(sources.get(i), grammar).read();
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              grammar.language + " section " + name + ": " + sources.get(i), e);
        }
      }
      if (lines.length == 0) {
        throw new IllegalArgumentException(grammar.language + " section " + name + " is empty");
      }
    }

    void say(Saying saying) {
      int choice = saying.random.nextInt(lines.length);
      if (nameLike) {
        saying.names++;
      }
      saying.chose(choice ^ hash);
      if (saying.line == 0) {
        saying.line = (hash * 31 + choice) | 1;
      }
      lines[choice].say(saying);
      if (nameLike) {
        saying.names--;
      }
    }
  }

  private sealed interface Node {
    void say(Saying saying);
  }

  private record Words(String words) implements Node {
    @Override
    public void say(Saying saying) {
      saying.text.append(words);
    }
  }

  private record InTurn(Node[] parts) implements Node {
    @Override
    public void say(Saying saying) {
      for (Node part : parts) {
        part.say(saying);
      }
    }
  }

  private record OneOf(Node[] parts) implements Node {
    @Override
    public void say(Saying saying) {
      int choice = saying.random.nextInt(parts.length);
      saying.chose(choice);
      parts[choice].say(saying);
    }
  }

  private record Other(Section section) implements Node {
    @Override
    public void say(Saying saying) {
      section.say(saying);
    }
  }

  private record Slot(Bound.Slot slot) implements Node {
    @Override
    public void say(Saying saying) {
      saying.text.append(saying.bound.get(slot));
      saying.named |= slot == Bound.Slot.AUTHOR;
    }
  }

  /// Reads one line into nodes by recursive descent.
  private static final class LineReader {
    private final String line;
    private final Grammar grammar;
    private int at;

    LineReader(String line, Grammar grammar) {
      this.line = line;
      this.grammar = grammar;
    }

    Node read() {
      Node node = sequence();
      if (at < line.length()) {
        throw new IllegalArgumentException("unexpected " + line.charAt(at) + " at " + at);
      }
      return node;
    }

    private Node sequence() {
      var parts = new ArrayList<Node>();
      var words = new StringBuilder();
      while (at < line.length() && "|>]".indexOf(line.charAt(at)) < 0) {
        char c = line.charAt(at);
        if ("<[{".indexOf(c) < 0) {
          words.append(c);
          at++;
          continue;
        }
        if (!words.isEmpty()) {
          parts.add(new Words(words.toString()));
          words.setLength(0);
        }
        at++;
        parts.add(c == '{' ? reference() : choice(c == '<' ? '>' : ']'));
      }
      if (!words.isEmpty()) {
        parts.add(new Words(words.toString()));
      }
      return parts.size() == 1 ? parts.getFirst() : new InTurn(parts.toArray(Node[]::new));
    }

    private Node choice(char end) {
      var parts = new ArrayList<Node>();
      do {
        parts.add(sequence());
      } while (take('|'));
      if (!take(end)) {
        throw new IllegalArgumentException("missing " + end);
      }
      if (end == ']') {
        parts.add(new Words(""));
      }
      return new OneOf(parts.toArray(Node[]::new));
    }

    private Node reference() {
      int end = line.indexOf('}', at);
      if (end < 0) {
        throw new IllegalArgumentException("missing }");
      }
      String name = line.substring(at, end);
      at = end + 1;
      var slot = Bound.slot(name);
      if (slot != null) {
        return new Slot(slot);
      }
      return new Other(grammar.section(name));
    }

    private boolean take(char c) {
      if (at < line.length() && line.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }
  }
}
