package org.wordborne.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wordborne.query.QueryNode.All;
import org.wordborne.query.QueryNode.Any;
import org.wordborne.query.QueryNode.Counted;
import org.wordborne.query.QueryNode.Keyword;
import org.wordborne.query.QueryNode.Listed;
import org.wordborne.query.QueryNode.Near;
import org.wordborne.query.QueryNode.Not;
import org.wordborne.query.QueryNode.OneOf;
import org.wordborne.query.QueryNode.Phrase;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.QueryNode.Positional;
import org.wordborne.query.QueryNode.Published;
import org.wordborne.query.QueryNode.SameSentence;
import org.wordborne.query.QueryNode.WordTest;

/// The plain, slow reading of the grammar: the judge of the two fast ones, and the marker.
///
/// It shares the parser and the tokenizer with them and nothing else. It knows no index and no
/// shortcut: every word of the post is held against every word of the query.
public final class ReferenceEvaluator {
  private final Post post;
  private final Judgements judgements;
  private final QueryContext context;
  private final Map<Place, List<Tokens>> regions = new LinkedHashMap<>();

  private ReferenceEvaluator(Post post, Judgements judgements, QueryContext context) {
    this.post = post;
    this.judgements = judgements;
    this.context = context;
  }

  /// Says whether a post satisfies a query.
  public static boolean matches(
      Query query, Post post, Judgements judgements, QueryContext context) {
    return new ReferenceEvaluator(post, judgements, context).holds(query.root());
  }

  /// Says whether a post satisfies a part of a query.
  public static boolean matches(
      QueryNode part, Post post, Judgements judgements, QueryContext context) {
    return new ReferenceEvaluator(post, judgements, context).holds(part);
  }

  /// Returns the stretches of the post's text that the query's words found, in order, without
  /// overlaps. What stands under a NOT marks nothing.
  public static List<Span> spans(Query query, Post post) {
    var evaluator = new ReferenceEvaluator(post, Judgements.NONE, QueryContext.NONE);
    var marked = new TreeSet<>(Comparator.comparing(Mark::first).thenComparing(Mark::behind));
    evaluator.mark(query.root(), marked);
    var text = evaluator.regions(Place.TEXT).getLast();
    var spans = new ArrayList<Span>();
    for (var mark : marked) {
      var span = text.span(mark.first, mark.behind);
      var last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && span.start() < last.end()) {
        spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        spans.add(span);
      }
    }
    return spans;
  }

  /// The words of a phrase that was found, in one region.
  private record Mark(int region, int first, int behind) {}

  /// Words that satisfy a part of the query, and the phrases in them.
  private record Stretch(int region, int first, int behind, List<Mark> marks) {}

  private boolean holds(QueryNode node) {
    return switch (node) {
      case All(var parts) -> parts.stream().allMatch(this::holds);
      case Any(var parts) -> parts.stream().anyMatch(this::holds);
      case Not(var part) -> !holds(part);
      case Positional positional -> !stretches(positional).isEmpty();
      case Keyword keyword -> holds(keyword);
      case Listed(var list) -> isListed(list);
      case Counted(var field, var min, var max) -> {
        long count = field.of(post);
        yield min <= count && count <= max;
      }
      case Published(var from, var to) -> {
        Instant published = post.published();
        yield published != null && !published.isBefore(from) && published.isBefore(to);
      }
    };
  }

  private void mark(QueryNode node, TreeSet<Mark> marked) {
    switch (node) {
      case All(var parts) -> parts.forEach(part -> mark(part, marked));
      case Any(var parts) -> parts.forEach(part -> mark(part, marked));
      case Phrase phrase when phrase.place() != Place.TEXT -> {
        // Only what stands in the text is marked there.
      }
      case Positional positional ->
          stretches(positional).stream()
              .flatMap(stretch -> stretch.marks.stream())
              .filter(mark -> mark.region == 1)
              .forEach(marked::add);
      default -> {
        // What is not words, or is under a NOT, marks nothing.
      }
    }
  }

  private List<Stretch> stretches(Positional node) {
    return switch (node) {
      case Phrase phrase -> phrases(phrase);
      case OneOf(var parts) -> parts.stream().flatMap(part -> stretches(part).stream()).toList();
      case Near near -> near(near);
      case SameSentence(var left, var right) -> sameSentence(stretches(left), stretches(right));
    };
  }

  private List<Stretch> phrases(Phrase phrase) {
    var found = new ArrayList<Stretch>();
    var regions = regions(phrase.place());
    for (int region = 0; region < regions.size(); region++) {
      var tokens = regions.get(region);
      for (int first = 0; first + phrase.length() <= tokens.size(); first++) {
        if (standsAt(phrase, tokens, first)) {
          int behind = first + phrase.length();
          found.add(new Stretch(region, first, behind, List.of(new Mark(region, first, behind))));
        }
      }
    }
    return found;
  }

  private static boolean standsAt(Phrase phrase, Tokens tokens, int first) {
    return phrase.steps().stream()
        .allMatch(step -> passes(step.test(), tokens, first + step.offset()));
  }

  private static boolean passes(WordTest test, Tokens tokens, int i) {
    return switch (test) {
      case WordTest.Exact(var word) -> tokens.word(i).equals(word);
      case WordTest.Pair(var one, var other) ->
          i + 1 < tokens.size()
              && tokens.isGlued(i + 1)
              && tokens.word(i).equals(one)
              && tokens.word(i + 1).equals(other);
      case WordTest.Raw(var form, _) -> tokens.raw(i).equals(form);
      case WordTest.Sign(var sign) -> tokens.signs(i).contains(sign);
      case WordTest.Like(var mark, var pattern) when mark.isEmpty() ->
          isMeant(pattern, tokens.word(i));
      case WordTest.Like(var mark, var pattern) ->
          tokens.signs(i).stream()
              .anyMatch(sign -> sign.startsWith(mark) && isMeant(pattern, sign.substring(1)));
    };
  }

  /// Reads patterns in another way than the machines of the fast readings do.
  private static boolean isMeant(WordPattern pattern, String word) {
    return switch (pattern.kind()) {
      case WILDCARD -> PlainPatterns.wildcard(pattern.source(), word);
      case FUZZY -> EditDistance.of(pattern.source(), word) <= pattern.edits();
      case REGEX -> PlainPatterns.regex(pattern, word);
    };
  }

  private List<Stretch> near(Near near) {
    var right = new Neighbours(stretches(near.right()));
    var joined = new Joined();
    for (var one : stretches(near.left())) {
      for (var other : right.of(one, near.distance())) {
        boolean before = one.behind <= other.first && other.first - one.behind <= near.distance();
        boolean after = other.behind <= one.first && one.first - other.behind <= near.distance();
        if (one.region == other.region && (before || (after && !near.ordered()))) {
          joined.add(one, other);
        }
      }
    }
    return joined.all();
  }

  private List<Stretch> sameSentence(List<Stretch> left, List<Stretch> right) {
    var neighbours = new Neighbours(right);
    var joined = new Joined();
    for (var one : left) {
      for (var other : neighbours.of(one, TokenBuffer.LONGEST_SENTENCE)) {
        boolean apart = one.behind <= other.first || other.behind <= one.first;
        if (one.region == other.region && apart && isInOneSentence(one, other)) {
          joined.add(one, other);
        }
      }
    }
    return joined.all();
  }

  private boolean isInOneSentence(Stretch one, Stretch other) {
    var tokens = regions(Place.TEXT).get(one.region);
    int sentence = tokens.sentence(Math.min(one.first, other.first));
    return sentence == tokens.sentence(Math.max(one.behind, other.behind) - 1);
  }

  /// Stretches in order, so that on long texts only those that may be near are looked at.
  private static final class Neighbours {
    private final TreeMap<Integer, List<Stretch>> byFirst = new TreeMap<>();
    private int longest;

    Neighbours(List<Stretch> stretches) {
      for (var stretch : stretches) {
        byFirst.computeIfAbsent(stretch.first, _ -> new ArrayList<>()).add(stretch);
        longest = Math.max(longest, stretch.behind - stretch.first);
      }
    }

    List<Stretch> of(Stretch one, int distance) {
      int from = one.first - distance - longest;
      return byFirst.subMap(from, true, one.behind + distance, true).values().stream()
          .flatMap(List::stream)
          .toList();
    }
  }

  /// Stretches that cover two others, each once, with the phrases of all that it can be made of.
  private static final class Joined {
    private final Map<List<Integer>, Stretch> found = new LinkedHashMap<>();

    void add(Stretch one, Stretch other) {
      int first = Math.min(one.first, other.first);
      int behind = Math.max(one.behind, other.behind);
      var marks = new ArrayList<>(one.marks);
      marks.addAll(other.marks);
      var key = List.of(one.region, first, behind);
      found.merge(key, new Stretch(one.region, first, behind, marks), Joined::union);
    }

    private static Stretch union(Stretch one, Stretch same) {
      var marks = new TreeSet<>(Comparator.comparing(Mark::first).thenComparing(Mark::behind));
      marks.addAll(one.marks);
      marks.addAll(same.marks);
      return new Stretch(one.region, one.first, one.behind, List.copyOf(marks));
    }

    List<Stretch> all() {
      return List.copyOf(found.values());
    }
  }

  /// The title is region 0 of a text, the text itself region 1; a title alone is region 0.
  private List<Tokens> regions(Place place) {
    return regions.computeIfAbsent(place, this::tokenize);
  }

  private List<Tokens> tokenize(Place place) {
    var texts =
        switch (place) {
          case TEXT -> List.of(post.title(), post.text());
          case TITLE -> List.of(post.title());
          case AUTHOR -> List.of(post.author().name(), post.author().id());
          case URL -> List.of(post.url());
          case LINK -> Keywords.links(post);
          case SOURCE -> List.of(judgements.source());
        };
    return texts.stream().map(Tokens::of).toList();
  }

  private boolean holds(Keyword keyword) {
    var value = keyword.value();
    return switch (keyword.field()) {
      case LANG -> {
        var code = lower(Keywords.languageOf(post, judgements)).replace('_', '-');
        yield code.equals(value) || code.startsWith(value + "-") && value.indexOf('-') < 0;
      }
      case COUNTRY -> same(judgements.country(), value);
      case CHANNEL -> same(post.channel(), value);
      case SITE -> {
        var host = Keywords.host(post.url());
        yield host.equals(value) || host.endsWith("." + value);
      }
      case IS -> isKind(value);
      case SENTIMENT -> same(judgements.sentiment(), value);
      case EMOTION -> same(judgements.emotion(), value);
      case TOPIC -> judgements.topics().stream().anyMatch(topic -> same(topic, value));
      case TAG -> judgements.tags().stream().anyMatch(tag -> same(tag, value));
      case HAS -> has(value);
    };
  }

  private boolean isKind(String value) {
    boolean reply = !post.inReplyTo().isEmpty();
    boolean repost = !post.repostOf().isEmpty();
    return switch (value) {
      case "reply" -> reply;
      case "repost" -> repost;
      case "original" -> !reply && !repost;
      default -> judgements.intents().stream().anyMatch(intent -> same(intent, value));
    };
  }

  private boolean has(String value) {
    return switch (value) {
      case "link" -> !Keywords.links(post).isEmpty();
      case "location" -> !judgements.country().isEmpty();
      default ->
          post.media().stream()
              .map(media -> lower(media.kind()))
              .anyMatch(kind -> kind.equals(value) || kind.startsWith(value + "/"));
    };
  }

  private boolean isListed(String list) {
    var author = post.author();
    return context.list(list).stream()
        .filter(entry -> !entry.isBlank())
        .map(CharacterRules::foldAll)
        .anyMatch(
            entry ->
                same(author.id(), entry)
                    || same(author.name(), entry)
                    || same(author.url(), entry));
  }

  private static boolean same(String value, String folded) {
    return !value.isBlank() && CharacterRules.foldAll(value).equals(folded);
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT).strip();
  }
}
