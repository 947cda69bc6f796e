package org.wordborne.server.mention.index;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.wordborne.query.Keywords;
import org.wordborne.query.PositionProgram;
import org.wordborne.query.QueryNode.CountField;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Place;
import org.wordborne.query.Tokens;

/// Builds Lucene documents of mentions. The streams are used again for each, so one document must
/// be written before the next is built.
final class MentionDocuments {
  private static final int LONGEST_VALUE = 1_000;
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
  }

  /// By the number of the place.
  private final List<WordStream> words = new ArrayList<>();

  private final List<WordStream> signs = new ArrayList<>();

  MentionDocuments() {
    for (int place = 0; place < Place.values().length; place++) {
      words.add(new WordStream());
      signs.add(new WordStream());
    }
  }

  static BytesRef key(UUID id) {
    var bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes.array());
  }

  static UUID id(BytesRef key) {
    var bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException beyondAllTime) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  Document of(IndexedMention mention) {
    var document = new Document();
    var key = key(mention.id());
    document.add(new StringField(IndexFields.ID, key, Field.Store.NO));
    document.add(new BinaryDocValuesField(IndexFields.ID, key));
    addNumbers(document, mention);
    addTexts(document, mention);
    addKeywords(document, mention);
    addFacets(document, mention);
    return document;
  }

  private static void addNumbers(Document document, IndexedMention mention) {
    sortable(document, IndexFields.SEQ, mention.seq());
    sortable(document, IndexFields.AT, millis(mention.at()));
    long need = NumericUtils.doubleToSortableLong(mention.need());
    document.add(new NumericDocValuesField(IndexFields.NEED, need));
    var published = mention.post().published();
    if (published != null) {
      document.add(new LongPoint(IndexFields.PUBLISHED, millis(published)));
    }
    for (var count : CountField.values()) {
      document.add(new LongPoint(IndexFields.count(count), count.of(mention.post())));
    }
  }

  private static void sortable(Document document, String field, long value) {
    document.add(new LongPoint(field, value));
    document.add(new NumericDocValuesField(field, value));
  }

  private void addTexts(Document document, IndexedMention mention) {
    var post = mention.post();
    var author = post.author();
    empty();
    fill(Place.TEXT, Tokens.of(post.text()), 0);
    fill(Place.TEXT, Tokens.of(post.title()), IndexFields.TITLE_BASE);
    fillAll(Place.AUTHOR, List.of(author.name(), author.id()));
    fillAll(Place.URL, List.of(post.url()));
    fillAll(Place.LINK, Keywords.links(post));
    for (var place : Place.values()) {
      addStream(document, IndexFields.words(place), words.get(place.ordinal()));
      addStream(document, IndexFields.signs(place), signs.get(place.ordinal()));
    }
  }

  private static void addStream(Document document, String field, WordStream stream) {
    if (!stream.isEmpty()) {
      document.add(new Field(field, stream, WORDS));
    }
  }

  private void empty() {
    words.forEach(WordStream::empty);
    signs.forEach(WordStream::empty);
  }

  private void fillAll(Place place, List<String> texts) {
    int base = 0;
    for (var text : texts) {
      var tokens = Tokens.of(text);
      fill(place, tokens, base);
      base += tokens.size() + PositionProgram.GAP;
    }
  }

  private void fill(Place place, Tokens tokens, int base) {
    var plain = words.get(place.ordinal());
    var special = signs.get(place.ordinal());
    for (int i = 0; i < tokens.size(); i++) {
      int position = base + i;
      plain.add(tokens.word(i), position);
      if (i + 1 < tokens.size() && tokens.isGlued(i + 1)) {
        special.add(IndexFields.PAIR + tokens.word(i) + tokens.word(i + 1), position);
      }
      if (place.isText()) {
        fillSigns(special, tokens, i, position);
      }
    }
  }

  private static void fillSigns(WordStream special, Tokens tokens, int i, int position) {
    if (i == 0 || tokens.sentence(i) != tokens.sentence(i - 1)) {
      special.add(IndexFields.SENTENCE, position);
    }
    if (tokens.isAltered(i)) {
      special.add(IndexFields.RAW + tokens.raw(i), position);
      special.add(IndexFields.ALTERED, position);
    }
    for (var sign : tokens.signs(i)) {
      special.add(sign, position);
    }
  }

  private static void addKeywords(Document document, IndexedMention mention) {
    var post = mention.post();
    for (var field : KeywordField.values()) {
      if (field == KeywordField.TOPIC) {
        continue; // by id, below
      }
      for (var value : Keywords.of(field, post, mention.judgements())) {
        keyword(document, IndexFields.keyword(field), value);
      }
    }
    Keywords.authorNames(post).forEach(name -> keyword(document, IndexFields.AUTHOR_NAME, name));
    keyword(document, IndexFields.SOURCE_ID, mention.sourceId());
    mention.topicIds().forEach(topic -> keyword(document, IndexFields.TOPIC_ID, topic));
    if (mention.topicIds().isEmpty()) {
      keyword(document, IndexFields.TOPIC_ID, IndexFields.NONE);
    }
    if (mention.judgements().intents().isEmpty()) {
      keyword(document, IndexFields.keyword(KeywordField.IS), IndexFields.NONE);
    }
    if (mention.spam()) {
      keyword(document, IndexFields.FLAG, IndexFields.SPAM);
    }
    if (mention.hidden()) {
      keyword(document, IndexFields.FLAG, IndexFields.HIDDEN);
    }
  }

  private static void keyword(Document document, String field, String value) {
    if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private static void addFacets(Document document, IndexedMention mention) {
    var judgements = mention.judgements();
    var languages = Keywords.of(KeywordField.LANG, mention.post(), judgements);
    single(document, "sentiment", Keywords.fold(judgements.sentiment()));
    single(document, "language", languages.isEmpty() ? "" : languages.getLast());
    single(document, "source", mention.sourceId());
    single(document, IndexFields.PERSON, mention.author());
    var intents = new HashSet<String>();
    judgements.intents().forEach(intent -> intents.add(Keywords.fold(intent)));
    intents.forEach(intent -> many(document, "intent", intent));
    mention.topicIds().forEach(topic -> many(document, "topic", topic));
  }

  private static void single(Document document, String facet, String value) {
    if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
      document.add(new SortedDocValuesField(IndexFields.facet(facet), new BytesRef(value)));
    }
  }

  private static void many(Document document, String facet, String value) {
    if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
      document.add(new SortedSetDocValuesField(IndexFields.facet(facet), new BytesRef(value)));
    }
  }
}
