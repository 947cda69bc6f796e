package org.wordborne.server.mention.index;

import java.util.Locale;
import org.wordborne.query.QueryNode.CountField;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Place;

/// The names of the index's fields and of the special terms in them.
final class IndexFields {
  /// Changes whenever an index written before could not be read as one of today.
  static final String FORMAT = "1";

  /// Where the title's words begin; a text has fewer words than this.
  static final int TITLE_BASE = 1_000_000;

  static final String ID = "id";
  static final String SEQ = "seq";
  static final String AT = "at";
  static final String NEED = "need";
  static final String PUBLISHED = "published";
  static final String AUTHOR_NAME = "authorName";
  static final String PERSON = "person";
  static final String SOURCE_ID = "sourceId";
  static final String TOPIC_ID = "topicId";
  static final String FLAG = "flag";
  static final String SPAM = "spam";
  static final String HIDDEN = "hidden";

  /// Stands for the absence of any value, where filters ask for that.
  static final String NONE = "none";

  /// The word as written, where folding changed it.
  static final String RAW = "\u0001";

  /// Stands at each word that folding changed.
  static final String ALTERED = "\u0002";

  /// Two glued characters of a script without spaces.
  static final String PAIR = "\u0003";

  /// Stands at each first word of a sentence.
  static final String SENTENCE = "\u0004";

  private IndexFields() {}

  /// The field with the plain words of a place; title and text share one.
  static String words(Place place) {
    return place.isText() ? "words" : "words." + place.field();
  }

  /// The field with all that is not a plain word: signs, pairs, written forms, sentences.
  static String signs(Place place) {
    return place.isText() ? "signs" : "signs." + place.field();
  }

  static String keyword(KeywordField field) {
    return "is." + field.field();
  }

  static String count(CountField field) {
    return "count." + field.field();
  }

  static String facet(String name) {
    return "facet." + name.toLowerCase(Locale.ROOT);
  }
}
