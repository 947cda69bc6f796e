package org.wordborne.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Posts and queries of few words in many scripts, so that they often meet.
final class RandomTalk {
  private static final List<String> WORDS =
      List.of(
          "lantern",
          "Lantern",
          "café",
          "CAFE",
          "tea",
          "red",
          "wine",
          "closing",
          "closed",
          "don't",
          "3.5",
          "straße",
          "кофе",
          "Кафе",
          "東京",
          "タワー",
          "京",
          "東京タワー",
          "ร้าน",
          "กาแฟ",
          "카페",
          "카페에서",
          "مقهى",
          "🔥",
          "#lantern",
          "@ines",
          "@ines@town.example",
          "$ACME",
          "#東京カフェ",
          "iPhone用",
          "x_y");
  private static final List<String> JOINTS =
      List.of(" ", " ", " ", " ", ", ", ". ", "! ", "\n", "", "-", "… ", ". lower ");
  private static final List<String> PATTERNS =
      List.of(
          "lant*",
          "*tern",
          "c?fe",
          "clos*",
          "l*n",
          "lantrn~1",
          "closign~1",
          "latnern~2",
          "/clos(ed|ing)/",
          "/[a-e]+/",
          "/.{3}/",
          "#lant*",
          "кофе~1",
          "hashtag:/lan.*/");
  private static final List<String> FIELDS =
      List.of(
          "title:lantern",
          "title:\"red wine\"",
          "title:clos*",
          "title:(raw:Lantern)",
          "author:ines",
          "author:\"ines berg\"",
          "author:in*",
          "author:@own",
          "site:example.org",
          "url:menu",
          "link:shop",
          "lang:en",
          "lang:pt",
          "country:de",
          "channel:feed",
          "source:forum",
          "is:question",
          "is:reply",
          "is:original",
          "sentiment:negative",
          "emotion:joy",
          "topic:lantern",
          "tag:press",
          "has:link",
          "has:image",
          "followers:>100",
          "likes:5..20",
          "published:2026-01..2026-02",
          "published:>2026-02-03");

  static final QueryContext LISTS =
      list -> list.equals("own") ? Set.of("ID-1", "Tomasz Ń.") : Set.of();

  private final SplittableRandom random;

  RandomTalk(long seed) {
    random = new SplittableRandom(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String text(int most) {
    var text = new StringBuilder();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      text.append(one(WORDS)).append(one(JOINTS));
    }
    return text.toString();
  }

  Post post(int number) {
    var author =
        new Post.Author(
            "id-" + random.nextInt(4),
            one(List.of("Ines Berg", "Tomasz Ń.", "東京の人", "")),
            "",
            random.nextInt(300));
    return Post.of("p" + number, text(14))
        .withTitle(chance(40) ? text(5) : "")
        .withAuthor(author)
        .withChannel(one(List.of("feed", "forum", "")))
        .withUrl(one(List.of("https://www.example.org/menu", "http://a.example.org:8080/x", "")))
        .withInReplyTo(chance(30) ? "r" : "")
        .withRepostOf(chance(20) ? "o" : "")
        .withLinks(chance(20) ? List.of("https://shop.example/tea") : List.of())
        .withMedia(chance(20) ? List.of(new Post.Media("image/png", "u", "")) : List.of())
        .withEngagement(new Post.Engagement(random.nextInt(30), 0, 0, 0))
        .withPublished(
            chance(80)
                ? Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(9_000_000))
                : null);
  }

  Judgements judgements() {
    return Judgements.NONE
        .withLanguage(one(List.of("en", "pt-BR", "", "ja")))
        .withSentiment(one(List.of("positive", "negative", "")))
        .withIntents(chance(30) ? Set.of("question") : Set.of())
        .withEmotion(one(List.of("joy", "")))
        .withTopics(chance(30) ? Set.of("Lantern") : Set.of())
        .withTags(chance(30) ? Set.of("press", "x") : Set.of())
        .withSource(one(List.of("Alderwick Forum", "")))
        .withCountry(one(List.of("DE", "")));
  }

  String query(int depth) {
    if (depth == 0 || chance(25)) {
      return leaf();
    }
    return switch (random.nextInt(6)) {
      case 0 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 1 -> "(" + query(depth - 1) + " NOT " + query(depth - 1) + ")";
      case 2 -> "(" + near(2) + ")";
      case 3 -> "(NOT " + query(depth - 1) + ")";
      default -> "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
    };
  }

  private String leaf() {
    return switch (random.nextInt(8)) {
      case 0 -> one(FIELDS);
      case 1, 2 -> words();
      case 3 -> near(1);
      case 4 -> "raw:" + quoted(one(WORDS));
      default -> word();
    };
  }

  private String word() {
    return chance(20) ? one(PATTERNS) : one(WORDS);
  }

  private String words() {
    var words = new ArrayList<String>();
    for (int i = 0; i <= 1 + random.nextInt(2); i++) {
      words.add(chance(15) ? one(List.of("*", "lant*", "clos*")) : one(WORDS));
    }
    words.add(one(WORDS));
    return quoted(String.join(" ", words));
  }

  private static String quoted(String words) {
    return '"' + words + '"';
  }

  private String near(int depth) {
    var operator = one(List.of("NEAR/0", "NEAR/2", "NEAR/5", "ONEAR/0", "ONEAR/3", "SENTENCE"));
    return "(" + side(depth) + " " + operator + " " + side(depth) + ")";
  }

  private String side(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> "(" + word() + " OR " + words() + ")";
      case 1 -> depth == 0 ? word() : near(depth - 1);
      case 2 -> words();
      default -> word();
    };
  }
}
