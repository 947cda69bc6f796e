package org.wordborne.server.mention.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;

/// Seeded mentions and queries of few words in many scripts, so that they often meet.
final class IndexedTalk {
  static final Instant HEARD = Instant.parse("2026-06-01T00:00:00Z");

  private static final List<String> WORDS =
      List.of(
          "lantern",
          "Lantern",
          "café",
          "Cafe",
          "tea",
          "red",
          "wine",
          "closing",
          "don't",
          "3.5",
          "кофе",
          "Кофе",
          "東京",
          "京",
          "タワー",
          "東京タワー",
          "กาแฟ",
          "카페",
          "카페에서",
          "مقهى",
          "🔥",
          "#lantern",
          "@ines@town.example",
          "$ACME",
          "#東京",
          "क़लम",
          "ﬁne",
          "Straße");
  private static final List<String> JOINTS =
      List.of(" ", " ", " ", ", ", ". ", "! ", "\n", "", "-");
  private static final List<String> LEAVES =
      List.of(
          "lantern",
          "cafe",
          "tea",
          "wine",
          "\"red wine\"",
          "\"tea * wine\"",
          "京",
          "東京",
          "京タ",
          "กาแฟ",
          "카페",
          "кофе",
          "مقهى",
          "🔥",
          "#lantern",
          "@ines",
          "$acme",
          "#東京",
          "क़लम",
          "fine",
          "raw:Lantern",
          "raw:lantern",
          "raw:\"red wine\"",
          "raw:Кофе",
          "raw:क़लम",
          "lant*",
          "*tern",
          "c?fe",
          "clos*",
          "lantrn~1",
          "closign~1",
          "/clos.*/",
          "/[a-e]+/",
          "#lant*",
          "hashtag:/l.*/",
          "don't",
          "3.5",
          "strasse",
          "\"lant* cafe\"");
  private static final List<String> FIELDS =
      List.of(
          "title:lantern",
          "title:\"red wine\"",
          "title:clos*",
          "title:(raw:Lantern)",
          "title:京",
          "author:ines",
          "author:\"ines berg\"",
          "author:in*",
          "author:東京",
          "author:@own",
          "site:example.org",
          "url:menu",
          "link:shop",
          "lang:en",
          "lang:pt",
          "lang:pt-br",
          "country:de",
          "channel:feed",
          "source:forum",
          "is:question",
          "is:reply",
          "is:original",
          "is:repost",
          "sentiment:negative",
          "emotion:joy",
          "topic:\"oat milk\"",
          "tag:press",
          "has:link",
          "has:image",
          "has:location",
          "followers:>100",
          "likes:5..20",
          "published:2026-01..2026-02",
          "published:>2026-02-03");

  /// Names by id; a mention is told the id, and judged by the name.
  static final Map<String, String> SOURCES = Map.of("s15", "Alderwick Forum", "s11", "The Courier");

  static final Map<String, String> TOPICS = Map.of("t1", "Oat  Milk");

  private final SplittableRandom random;

  IndexedTalk(long seed) {
    random = new SplittableRandom(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String text(int most) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(one(WORDS)).append(one(JOINTS));
    }
    return text.toString();
  }

  List<IndexedMention> mentions(int count) {
    var mentions = new ArrayList<IndexedMention>();
    for (int seq = 1; seq <= count; seq++) {
      mentions.add(mention(seq));
    }
    return mentions;
  }

  private IndexedMention mention(long seq) {
    int person = random.nextInt(7);
    var source = one(List.of("Alderwick Forum", "The Courier", ""));
    boolean oat = random.nextBoolean();
    return new IndexedMention(
        new UUID(random.nextLong(), random.nextLong()),
        seq,
        post(seq, person),
        judgements(source, oat),
        source.isEmpty() ? "" : "s" + source.length(),
        oat ? Set.of("t1") : Set.of(),
        "p" + person,
        HEARD.plusSeconds(seq),
        random.nextInt(5),
        random.nextInt(10) == 0,
        random.nextInt(10) == 0);
  }

  private Post post(long seq, int person) {
    var name = one(List.of("Ines Berg", "Tomasz Ń.", "東京の人", ""));
    var author = new Post.Author("id-" + person, name, "", random.nextInt(300));
    return Post.of("n" + seq, text(12))
        .withTitle(random.nextBoolean() ? text(5) : "")
        .withAuthor(author)
        .withChannel(one(List.of("feed", "forum")))
        .withUrl(one(List.of("https://www.example.org/menu", "http://a.example.org:8080/x", "")))
        .withInReplyTo(one(List.of("", "", "r")))
        .withRepostOf(one(List.of("", "", "o")))
        .withLinks(one(List.of(List.<String>of(), List.of("https://shop.example/tea"))))
        .withMedia(random.nextBoolean() ? List.of(new Post.Media("image/png", "u", "")) : List.of())
        .withEngagement(new Post.Engagement(random.nextInt(30), 0, 0, 0))
        .withPublished(
            random.nextInt(5) == 0
                ? null
                : Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(9_000_000)));
  }

  private Judgements judgements(String source, boolean oat) {
    return Judgements.NONE
        .withLanguage(one(List.of("en", "pt-BR", "", "ja")))
        .withSentiment(one(List.of("positive", "negative", "unsure")))
        .withIntents(one(List.of(Set.<String>of(), Set.of("question"), Set.of("praise"))))
        .withEmotion(one(List.of("joy", "")))
        .withTopics(oat ? Set.copyOf(TOPICS.values()) : Set.of())
        .withTags(one(List.of(Set.<String>of(), Set.of("Press", "x"))))
        .withSource(source)
        .withCountry(one(List.of("DE", "")));
  }

  String query(int depth) {
    if (depth == 0) {
      return random.nextInt(5) == 0 ? one(FIELDS) : one(LEAVES);
    }
    var left = query(depth - 1);
    var right = query(depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "(" + left + " OR " + right + ")";
      case 1 -> "(" + left + " NOT " + right + ")";
      case 2 -> "(NOT " + left + ")";
      case 3 -> near();
      default -> "(" + left + " AND " + right + ")";
    };
  }

  private String near() {
    var operator = one(List.of("NEAR/0", "NEAR/3", "ONEAR/1", "ONEAR/4", "SENTENCE"));
    var other = one(List.of("NEAR/2", "ONEAR/2", "SENTENCE"));
    var left = "(" + one(LEAVES) + " OR " + one(LEAVES) + ")";
    return "(("
        + left
        + " "
        + operator
        + " "
        + one(LEAVES)
        + ") "
        + other
        + " "
        + one(LEAVES)
        + ")";
  }
}
