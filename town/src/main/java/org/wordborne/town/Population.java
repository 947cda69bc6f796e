package org.wordborne.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Everybody in Alderwick: names, circles of friends, who hears whom, and first opinions.
///
/// The same seed gives the same people. The first are the cast, whom a visitor meets by name.
final class Population {

  static final int SIZE = 2_000;

  private static final String[] QUIET_WORDS =
      ("kettle wren gull heron moss tin lamp button ferry pebble otter sparrow thimble rook willow"
              + " anchor biscuit comet dune ember fern ginger harbour inkwell juniper kelp lantern"
              + " marrow nettle oak plum quill rust salt teapot umbrella vale wick yarn zinc badger"
              + " crumb drizzle eider fog")
          .split(" ");
  private static final String[] HOW =
      ("quiet little old red sleepy salty grumpy early tall wandering third lucky paper damp honest"
              + " blue spare minor north crooked")
          .split(" ");

  private final List<Person> people = new ArrayList<>();
  private final List<double[]> opinions = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final SplittableRandom random;
  private final int[] byActivity;

  private Population(long seed) {
    random = new SplittableRandom(seed * 31 + 11);
    readCast();
    var names = Names.read();
    while (people.size() < SIZE) {
      addSomeone(names);
    }
    introduce();
    byActivity = urn();
  }

  static Population of(long seed) {
    return new Population(seed);
  }

  Person get(int id) {
    return people.get(id);
  }

  int size() {
    return people.size();
  }

  /// What someone thought of the three cafés at first, each in [-1, 1].
  double[] firstOpinions(int id) {
    return opinions.get(id).clone();
  }

  /// Someone, the talkative more often.
  Person anyone(SplittableRandom by) {
    return people.get(byActivity[by.nextInt(byActivity.length)]);
  }

  /// The member of the cast with this handle.
  Person cast(String handle) {
    for (Person person : people) {
      if (person.handle().equals(handle)) {
        return person;
      }
    }
    throw new IllegalArgumentException("nobody is called " + handle);
  }

  private void readCast() {
    for (String line : Names.lines("cast.txt")) {
      String[] parts = line.split(";");
      double lantern = Double.parseDouble(parts[4]);
      double weight = Double.parseDouble(parts[5]);
      String first = parts[0].split("[ ,]")[0];
      if (first.endsWith(".") || first.equals("Father") || first.equals("Frau")) {
        first = parts[0];
      }
      taken.add(parts[1]);
      taken.add(parts[0]);
      add(
          new Person(
              people.size(),
              first.startsWith("Dr")
                  ? "Bartholomew"
                  : first.startsWith("Frau") ? "Sieglinde" : first,
              parts[0],
              parts[1],
              Circle.valueOf(parts[2]),
              parts[3],
              WritingHabit.named(parts[6], random),
              1.2 + weight / 8,
              new int[(int) (weight * 10)]),
          new double[] {lantern, random.nextDouble(-0.6, 0.6), random.nextDouble(-0.6, 0.6)});
    }
  }

  private void addSomeone(List<Names> names) {
    var circle = circle(random.nextDouble());
    String language = random.nextDouble() < circle.german ? "de" : "en";
    Names origin = origin(names, language);
    String first = origin.first(random);
    String name = first + " " + (origin.family(random));
    if (!taken.add(name)) {
      return;
    }
    double activity = Math.min(12, Math.pow(1 - random.nextDouble(), -0.7) * 0.6);
    int listeners = (int) Math.clamp(Math.pow(1 - random.nextDouble(), -0.6) * 7, 3, 160);
    add(
        new Person(
            people.size(),
            first,
            name,
            handle(first, name),
            circle,
            language,
            WritingHabit.of(circle, language, random),
            activity,
            new int[listeners]),
        new double[] {
          Math.clamp(random.nextGaussian(0.22, 0.42), -1, 1),
          Math.clamp(random.nextGaussian(0.02, 0.42), -1, 1),
          Math.clamp(random.nextGaussian(0.08, 0.36), -1, 1)
        });
  }

  private void add(Person person, double[] opinion) {
    people.add(person);
    opinions.add(opinion);
  }

  private Circle circle(double at) {
    for (Circle circle : Circle.values()) {
      at -= circle.share;
      if (at < 0) {
        return circle;
      }
    }
    return Circle.REGULARS;
  }

  private Names origin(List<Names> names, String language) {
    boolean german = language.equals("de");
    if (german && random.nextDouble() < 0.82) {
      return names.stream().filter(n -> n.origin().equals("de")).findFirst().orElseThrow();
    }
    int total = names.stream().mapToInt(Names::weight).sum();
    int at = random.nextInt(total);
    for (Names origin : names) {
      at -= origin.weight();
      if (at < 0) {
        return origin;
      }
    }
    throw new IllegalStateException("no origin has a weight");
  }

  private String handle(String first, String name) {
    String plain = plain(first);
    String family = plain(name.substring(name.indexOf(' ') + 1));
    String one = QUIET_WORDS[random.nextInt(QUIET_WORDS.length)];
    String handle =
        switch (random.nextInt(9)) {
          case 0 -> plain + "_" + family.charAt(0);
          case 1 -> plain + "." + family;
          case 2 -> HOW[random.nextInt(HOW.length)] + one;
          case 3 -> one + "_" + plain;
          case 4 -> plain + (60 + random.nextInt(45)) % 100;
          case 5 -> family.substring(0, Math.min(5, family.length())) + "_" + plain.charAt(0);
          case 6 -> "the_" + HOW[random.nextInt(HOW.length)] + "_" + one;
          case 7 -> plain + "vonhier";
          default -> plain + family.charAt(0);
        };
    if (handle.endsWith("vonhier") && random.nextInt(4) != 0) {
      handle = plain + "_" + one;
    }
    while (!taken.add(handle)) {
      handle += random.nextInt(10);
    }
    return handle;
  }

  private static String plain(String name) {
    String folded =
        name.replace("ß", "ss")
            .replace("ł", "l")
            .replace("Ł", "L")
            .replace("ı", "i")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue");
    return Normalizer.normalize(folded, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  /// Fills who hears whom: four of five from the same circle, the rest from anywhere.
  private void introduce() {
    int[][] circles = new int[Circle.values().length][];
    for (Circle circle : Circle.values()) {
      circles[circle.ordinal()] =
          people.stream().filter(p -> p.circle() == circle).mapToInt(Person::id).toArray();
    }
    for (Person person : people) {
      int[] own = circles[person.circle().ordinal()];
      int[] listeners = person.listeners();
      for (int i = 0; i < listeners.length; i++) {
        listeners[i] =
            random.nextDouble() < 0.8 ? own[random.nextInt(own.length)] : random.nextInt(SIZE);
      }
    }
  }

  private int[] urn() {
    return people.stream()
        .flatMapToInt(
            p -> {
              int[] balls = new int[Math.max(1, (int) Math.round(p.activity() * 4))];
              Arrays.fill(balls, p.id());
              return Arrays.stream(balls);
            })
        .toArray();
  }

  /// First and family names of one origin.
  record Names(String origin, int weight, String[] firsts, String[] families) {

    String first(SplittableRandom random) {
      return firsts[random.nextInt(firsts.length)];
    }

    String family(SplittableRandom random) {
      String family = families[random.nextInt(families.length)];
      return random.nextInt(40) == 0
          ? family + "-" + families[random.nextInt(families.length)]
          : family;
    }

    static List<Names> read() {
      var lines = lines("names.txt");
      var names = new ArrayList<Names>();
      for (int i = 0; i + 2 < lines.size(); i += 3) {
        String[] head = lines.get(i).split(" ");
        names.add(
            new Names(
                head[0],
                Integer.parseInt(head[1]),
                lines.get(i + 1).split(" "),
                lines.get(i + 2).split(" ")));
      }
      return names;
    }

    static List<String> lines(String file) {
      try (var in = Population.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("missing resource " + file);
        }
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
