package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Understanding;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;

/// A workspace of its own on a server that all tests of a JVM share, and words told to it.
///
/// Words are handed to the follower as the sequence would, without the mention table: what is
/// tested here is what follows from them.
final class TalkFixture {
  final Scope scope;
  private final Workspaces workspaces = ServerFixture.bean(Workspaces.class);
  private long seq;

  TalkFixture() {
    scope = Scope.of(workspaces.create("test"));
  }

  <T> T bean(Class<T> type) {
    return ServerFixture.bean(type);
  }

  Transactions transactions() {
    return bean(Transactions.class);
  }

  SignedIn as(String name) {
    return new SignedIn(UUID.nameUUIDFromBytes(name.getBytes()), scope.workspace(), name, "owner");
  }

  /// Tells the follower of these words, as one batch.
  void hear(Word... words) {
    var batch = new ArrayList<Mention>();
    for (var word : words) {
      batch.add(word.mention(++seq));
    }
    hear(batch);
  }

  void hear(List<Mention> batch) {
    var follower = bean(TalkFollower.class);
    transactions().run(scope, tx -> follower.follow(scope, batch, tx));
    follower.followed(scope, batch);
  }

  long count(String sql) {
    return transactions().in(scope, tx -> tx.sql(sql).query(Long.class).single());
  }

  List<String> texts(String sql) {
    return transactions().in(scope, tx -> tx.sql(sql).query(String.class).list());
  }

  /// A question by `author`.
  static Word question(String id, String author) {
    return new Word(id, author, "neutral", Map.of("question", 0.9));
  }

  /// A complaint by `author`.
  static Word complaint(String id, String author) {
    return new Word(id, author, "negative", Map.of("complaint", 0.9));
  }

  /// Praise by `author`.
  static Word praise(String id, String author) {
    return new Word(id, author, "positive", Map.of("praise", 0.9));
  }

  /// A word of `author` that asks nothing.
  static Word remark(String id, String author) {
    return new Word(id, author, "neutral", Map.of());
  }

  /// A word in the making.
  static final class Word {
    private final String id;
    private final String author;
    private final String sentiment;
    private final Map<String, Double> intents;
    private final UUID mention;
    private String parent = "";
    private String root = "";
    private String repost = "";
    private String text = "Something was said here today.";
    private long followers;
    private Duration ago = Duration.ofMinutes(30);
    private Instant heardAt = Instant.now();
    private boolean own;
    private boolean deleted;
    private double spam;

    Word(String id, String author, String sentiment, Map<String, Double> intents) {
      this(id, author, sentiment, intents, UUID.randomUUID());
    }

    private Word(
        String id, String author, String sentiment, Map<String, Double> intents, UUID mention) {
      this.id = id;
      this.author = author;
      this.sentiment = sentiment;
      this.intents = intents;
      this.mention = mention;
    }

    UUID mention() {
      return mention;
    }

    Word answers(String other) {
      parent = other;
      return this;
    }

    Word inThread(String other) {
      root = other;
      return this;
    }

    Word repeats(String other) {
      repost = other;
      return this;
    }

    Word says(String words) {
      text = words;
      return this;
    }

    Word heardBy(long people) {
      followers = people;
      return this;
    }

    Word ago(Duration time) {
      ago = time;
      return this;
    }

    Word ours() {
      own = true;
      return this;
    }

    Word deleted() {
      deleted = true;
      return this;
    }

    Word spam() {
      spam = 0.99;
      return this;
    }

    /// The same word, judged otherwise.
    Word judged(String otherSentiment, Map<String, Double> otherIntents) {
      var word = new Word(id, author, otherSentiment, otherIntents, mention);
      word.parent = parent;
      word.root = root;
      word.text = text;
      word.followers = followers;
      word.ago = ago;
      word.heardAt = heardAt;
      return word;
    }

    Mention mention(long seq) {
      var handle = UUID.nameUUIDFromBytes(author.getBytes());
      return new Mention(
          mention,
          seq,
          heardAt,
          heardAt.minus(ago),
          null,
          deleted ? heardAt : null,
          "forum",
          null,
          "",
          id,
          "https://forum.example/" + id,
          "",
          deleted ? "" : text,
          "",
          "en",
          new Mention.Author(handle, author, author, "", followers),
          parent,
          root,
          repost,
          new Post.Engagement(0, 0, 0, 0),
          List.of(),
          List.of(),
          understanding(),
          Set.of(),
          0,
          own,
          false);
    }

    private Understanding understanding() {
      return new Understanding(
          sentiment,
          sentiment.equals("positive") ? 0.9 : 0.05,
          sentiment.equals("negative") ? 0.9 : 0.05,
          sentiment.equals("neutral") ? 0.9 : 0.05,
          0.9,
          intents,
          Map.of(),
          spam,
          0,
          0,
          0.9,
          List.of(),
          Set.of());
    }
  }
}
