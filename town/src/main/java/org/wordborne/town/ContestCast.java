package org.wordborne.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Who takes part in a contest of the Lantern, and who pretends to: forty-six honest people, a
/// class of thirty behind one address, a family of five, a ring of twelve that is one person, and
/// somebody who posts twice.
final class ContestCast {
  private static final int FORMS = 30;
  private static final int POSTS = 16;
  private static final int CLASS = 30;
  private static final int FAMILY = 5;
  private static final int RING = 12;
  private static final double RING_GAP = 2;
  private static final List<String> HEADS =
      List.of(
          "Oat", "Meadow", "Barley", "Lantern", "Harbour", "Feather", "Cloud", "Quiet", "Golden",
          "Curlew", "Ferry", "Slow", "Sunday", "Tall", "Kettle", "Alder", "Silver", "Wander");
  private static final List<String> TAILS =
      List.of(
          "Cloud", "Hush", "Drift", "Foam", "Morning", "Tide", "Blanket", "Lullaby", "Field",
          "Whisper", "Ember", "Pillow", "Stroll", "Harvest", "Lamp", "Breeze", "Nine", "Fellow");

  private final Population population;
  private final SplittableRandom random;
  private final Set<String> names = new HashSet<>();
  private final Set<Integer> taken = new HashSet<>();

  /// Somebody who enters.
  ///
  /// @param kind honest, friend, relay, class, family, ring, fan
  /// @param at seconds after the beginning
  /// @param fills seconds they take to fill in the form
  /// @param address of their network, on this machine
  /// @param post whether they post instead of filling in the form
  record Entrant(
      String kind,
      Person person,
      double at,
      double fills,
      String address,
      String mail,
      String words,
      boolean post) {}

  ContestCast(Population population, long seed) {
    this.population = population;
    this.random = new SplittableRandom(seed * 31 + 17);
  }

  /// Everybody, in the order in which they begin.
  List<Entrant> all(double lasts) {
    var all = new ArrayList<Entrant>();
    for (int i = 0; i < FORMS; i++) {
      String kind = i == 0 ? "relay" : i == 1 ? "friend" : "honest";
      Person person = stranger();
      // Who is told by a friend enters when that friend has.
      double at = kind.equals("friend") ? lasts : random.nextDouble() * lasts * .8;
      all.add(form(kind, person, at, 3 + 5 * random.nextDouble(), "127.1.1." + (10 + i)));
    }
    for (int i = 0; i < POSTS; i++) {
      all.add(post("honest", stranger(), random.nextDouble() * lasts));
    }
    double lesson = lasts * .2;
    for (int i = 0; i < CLASS; i++) {
      double at = lesson + random.nextDouble() * lasts * .7;
      all.add(form("class", stranger(), at, 3 + 4 * random.nextDouble(), "127.1.2.1"));
    }
    for (int i = 0; i < FAMILY; i++) {
      double at = random.nextDouble() * lasts;
      all.add(form("family", stranger(), at, 4 + 4 * random.nextDouble(), "127.1.3.1"));
    }
    Person one = stranger();
    for (int i = 0; i < RING; i++) {
      String address = "127.1.4." + (1 + i % 2);
      var entrant = form("ring", one, 2 + i * RING_GAP, 1, address);
      all.add(withMail(entrant, letters(one.handle()) + "+" + (i + 1) + "@post.example"));
    }
    Person fan = stranger();
    all.add(post("fan", fan, lasts * .3));
    all.add(post("fan", fan, lasts * .9));
    all.sort(Comparator.comparingDouble(Entrant::at));
    return all;
  }

  private Entrant form(String kind, Person person, double at, double fills, String address) {
    String host =
        switch (kind) {
          case "relay" -> "duck.com";
          case "class" -> "school.example";
          case "family" -> "home.example";
          default -> "mail.example";
        };
    String mail = letters(person.name()) + "." + letters(person.handle()) + "@" + host;
    return new Entrant(kind, person, at, fills, address, mail, name(), false);
  }

  private Entrant post(String kind, Person person, double at) {
    return new Entrant(kind, person, at, 0, "", "", name(), true);
  }

  private static Entrant withMail(Entrant one, String mail) {
    return new Entrant(
        one.kind(), one.person(), one.at(), one.fills(), one.address(), mail, one.words(), false);
  }

  /* Handles may end in numbers; mails of different people should not look like a series. */
  private static String letters(String name) {
    var letters = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      } else if (c >= '0' && c <= '9') {
        letters.append((char) ('a' + c - '0'));
      }
    }
    return letters.isEmpty() ? "someone" : letters.toString();
  }

  private Person stranger() {
    while (true) {
      Person one = population.get(60 + random.nextInt(population.size() - 60));
      if (one.language().equals("en") && taken.add(one.id())) {
        return one;
      }
    }
  }

  private String name() {
    while (true) {
      String name =
          HEADS.get(random.nextInt(HEADS.size())) + " " + TAILS.get(random.nextInt(TAILS.size()));
      if (names.add(name)) {
        return name;
      }
    }
  }
}
