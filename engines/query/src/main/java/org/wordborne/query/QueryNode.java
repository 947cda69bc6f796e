package org.wordborne.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What a query means, as a tree: what translators read.
///
/// Nodes are values: equal trees mean the same. And- and or-nodes have at least two parts, none
/// of which is of the same kind; a not-node holds no not-node.
public sealed interface QueryNode {
  /// All parts hold.
  ///
  /// @param parts at least two
  record All(List<QueryNode> parts) implements QueryNode {
    /// Keeps a copy of the list.
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// At least one part holds.
  ///
  /// @param parts at least two
  record Any(List<QueryNode> parts) implements QueryNode {
    /// Keeps a copy of the list.
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// The part does not hold.
  ///
  /// @param part what must not hold
  record Not(QueryNode part) implements QueryNode {}

  /// Something that stands at certain words of a text: it has stretches, `[first, behind)`.
  sealed interface Positional extends QueryNode {}

  /// Words in a row. Each step tests the word at the stretch's beginning plus its offset.
  ///
  /// @param place where the words stand
  /// @param steps at least one, by offset
  /// @param length how many words the stretch covers
  /// @param written the words in canonical form, without quotes
  record Phrase(Place place, List<Step> steps, int length, String written) implements Positional {
    /// Keeps a copy of the list.
    public Phrase {
      steps = List.copyOf(steps);
    }
  }

  /// Both sides stand in one region, apart, with few words between them. It covers both.
  ///
  /// @param left one side
  /// @param right the other side, behind the left where the order counts
  /// @param distance how many words may stand between them
  /// @param ordered whether the order counts
  record Near(Positional left, Positional right, int distance, boolean ordered)
      implements Positional {}

  /// Both sides stand in one sentence, apart. It covers both.
  ///
  /// @param left one side
  /// @param right the other side
  record SameSentence(Positional left, Positional right) implements Positional {}

  /// One of several, where words are near each other: the stretches of all.
  ///
  /// @param parts at least two
  record OneOf(List<Positional> parts) implements Positional {
    /// Keeps a copy of the list.
    public OneOf {
      parts = List.copyOf(parts);
    }
  }

  /// A field holds a value, as [Keywords] gives them.
  ///
  /// @param field the field
  /// @param value the folded value
  record Keyword(KeywordField field, String value) implements QueryNode {}

  /// The author is on a list: by id, name or page address.
  ///
  /// @param list the list's name, without `@`
  record Listed(String list) implements QueryNode {}

  /// A count lies in a range.
  ///
  /// @param field what is counted
  /// @param min least count, inclusive
  /// @param max greatest count, inclusive; [Long#MAX_VALUE] for none
  record Counted(CountField field, long min, long max) implements QueryNode {}

  /// The post was published in a span of time. One without a time was not.
  ///
  /// @param from earliest time, inclusive; [Instant#MIN] for none
  /// @param to latest time, exclusive; [Instant#MAX] for none
  record Published(Instant from, Instant to) implements QueryNode {}

  /// A test of the word at an offset.
  ///
  /// @param offset words behind the beginning of the phrase
  /// @param test what the word must be
  record Step(int offset, WordTest test) {}

  /// What a single word must be.
  sealed interface WordTest {
    /// This folded word.
    ///
    /// @param word the word
    record Exact(String word) implements WordTest {}

    /// A character of a script without spaces, with the next one glued to it.
    ///
    /// @param first the character here
    /// @param second the character behind
    record Pair(String first, String second) implements WordTest {}

    /// The word exactly as written, in composed form.
    ///
    /// @param form how it must be written
    /// @param folded what that is folded to
    record Raw(String form, String folded) implements WordTest {}

    /// One of the word's signs is this one.
    ///
    /// @param sign with its mark, such as `#lantern`
    record Sign(String sign) implements WordTest {}

    /// The word, or the name in one of its signs, is one of those that a pattern means.
    ///
    /// @param mark `""` for the word itself, else the mark of the sign
    /// @param pattern which are meant
    record Like(String mark, WordPattern pattern) implements WordTest {}
  }

  /// Where words are looked for.
  enum Place {
    /// The title and the text.
    TEXT(""),
    /// The title alone.
    TITLE("title"),
    /// The author's name and id.
    AUTHOR("author"),
    /// The post's address.
    URL("url"),
    /// The addresses that it points to.
    LINK("link"),
    /// The name of the source.
    SOURCE("source");

    private final String field;

    Place(String field) {
      this.field = field;
    }

    /// Returns the field's name in a query; `""` for the text.
    public String field() {
      return field;
    }

    /// Says whether words here may be near each other.
    public boolean isText() {
      return this == TEXT || this == TITLE;
    }
  }

  /// A field with whole values.
  enum KeywordField {
    /// The language, with and without its region.
    LANG,
    /// The country.
    COUNTRY,
    /// The kind of vehicle.
    CHANNEL,
    /// The host of the address, and each domain above it.
    SITE,
    /// What the post is: an intent, a reply, a repost, an original.
    IS,
    /// The mood.
    SENTIMENT,
    /// The leading emotion.
    EMOTION,
    /// The topics.
    TOPIC,
    /// The tags.
    TAG,
    /// What it carries.
    HAS;

    private final String field = name().toLowerCase(Locale.ROOT);

    /// Returns the field's name in a query.
    public String field() {
      return field;
    }
  }

  /// A field with a number.
  enum CountField {
    /// Those who follow the author.
    FOLLOWERS,
    /// Those who liked the post.
    LIKES,
    /// How often it was repeated.
    REPOSTS,
    /// How often it was answered.
    REPLIES,
    /// How often it was shown.
    VIEWS;

    private final String field = name().toLowerCase(Locale.ROOT);

    /// Returns the field's name in a query.
    public String field() {
      return field;
    }

    /// Returns the count of a post.
    public long of(Post post) {
      return switch (this) {
        case FOLLOWERS -> post.author().followers();
        case LIKES -> post.engagement().likes();
        case REPOSTS -> post.engagement().reposts();
        case REPLIES -> post.engagement().replies();
        case VIEWS -> post.engagement().views();
      };
    }
  }
}
