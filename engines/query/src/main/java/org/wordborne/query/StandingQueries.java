package org.wordborne.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Many queries, kept, and asked of one post at a time.
///
/// ```java
/// var topics = new StandingQueries();
/// topics.register("lantern", Query.parse("lantern NEAR/5 (cafe OR coffee)"));
/// topics.match(Post.of("42", "The coffee at Lantern is back"), Judgements.NONE);  // [lantern]
/// ```
///
/// A post's words are looked up once in the vocabulary of all queries. Each query waits for the
/// words, of those that it cannot do without, that are heard least; so a post wakes few queries,
/// and only these are read further. Which words are rare is learned from the posts, and changes
/// nothing about what matches.
///
/// Safe for many threads; queries come and go while posts are matched. A query registered before
/// a post is given is asked of it; one registered meanwhile may or may not be.
///
/// *Invariant:* what matches is what [ReferenceEvaluator] says matches.
public final class StandingQueries {
  private static final int SAMPLE = 16;
  private static final int FIRST_TUNING = 1_024;
  private static final int FEWEST_TO_TUNE = 64;

  private final QueryContext context;
  private final ReentrantLock changing = new ReentrantLock();
  private final Map<String, StandingQuery> byId = new LinkedHashMap<>();
  private final ConcurrentLinkedQueue<PostWords> idle = new ConcurrentLinkedQueue<>();
  private final AtomicLong posts = new AtomicLong();
  private volatile long nextTuning = FIRST_TUNING;
  private volatile int size;
  private int tunedSize;
  private long registrations;
  private volatile StandingIndex index = new StandingIndex();
  private QueryCompiler compiler;

  /// Makes an empty set of queries that know no lists.
  public StandingQueries() {
    this(QueryContext.NONE);
  }

  /// Makes an empty set of queries whose lists are looked up at each post.
  public StandingQueries(QueryContext context) {
    this.context = context;
    compiler = new QueryCompiler(index, context);
  }

  /// A query's place among the others. Closing it takes the query out.
  public interface Registration extends AutoCloseable {
    /// Returns the id under which the query stands.
    String id();

    /// Takes this query out, unless another has taken its id since.
    @Override
    void close();
  }

  /// Adds a query, in place of the one with the same id.
  public Registration register(String id, Query query) {
    changing.lock();
    try {
      long number = registrations++;
      var compiled = compiler.register(id, number, query);
      var replaced = byId.put(id, compiled);
      if (replaced != null) {
        compiler.remove(replaced);
      }
      size = byId.size();
      if (size > 2 * Math.max(tunedSize, FEWEST_TO_TUNE)) {
        tunedSize = size;
        nextTuning = posts.get() + FIRST_TUNING;
      }
      return registration(id, number);
    } finally {
      changing.unlock();
    }
  }

  private Registration registration(String id, long number) {
    return new Registration() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public void close() {
        removeIf(id, number);
      }
    };
  }

  /// Takes a query out; does nothing where there is none with this id.
  public void remove(String id) {
    removeIf(id, -1);
  }

  private void removeIf(String id, long number) {
    changing.lock();
    try {
      var standing = byId.get(id);
      if (standing != null && (number < 0 || standing.number == number)) {
        byId.remove(id);
        compiler.remove(standing);
        size = byId.size();
      }
    } finally {
      changing.unlock();
    }
  }

  /// Returns the number of queries.
  public int size() {
    return size;
  }

  /// Returns the ids of the queries that the post satisfies, oldest registration first.
  public List<String> match(Post post, Judgements judgements) {
    var words = idle.poll();
    if (words == null) {
      words = new PostWords();
    }
    boolean sample = words.isSampled(SAMPLE);
    if (sample) {
      tuneIfDue(posts.addAndGet(SAMPLE));
    }
    var current = index;
    words.read(post, judgements, current, sample);
    for (int i = 0; i < words.foundCount; i++) {
      var waiting = words.found[i].waiting;
      if (waiting != null) {
        ask(waiting.now(), words);
      }
    }
    ask(current.always.now(), words);
    var ids = words.matchedIds();
    idle.offer(words);
    return ids;
  }

  private static void ask(Waiting.Snapshot waiting, PostWords words) {
    var guards = waiting.guards();
    for (int i = 0; i < waiting.size(); i++) {
      if (guards[i] >= 0 && !words.has(guards[i])) {
        continue;
      }
      var query = waiting.queries()[i];
      if (query.alive && query.test.passes(words)) {
        words.addMatch(query);
      }
    }
  }

  /*
   * Every so often the queries are laid out anew by what was heard since. Whoever comes first
   * does it; the others go on with the old layout.
   */
  private void tuneIfDue(long seen) {
    if (seen < nextTuning || size < FEWEST_TO_TUNE || !changing.tryLock()) {
      return;
    }
    try {
      nextTuning = seen * 8;
      tunedSize = size;
      var fresh = new StandingIndex();
      fresh.learnFrom(index);
      var freshCompiler = new QueryCompiler(fresh, context);
      for (var standing : new ArrayList<>(byId.values())) {
        byId.put(standing.id, freshCompiler.register(standing.id, standing.number, standing.query));
      }
      fresh.stopLearning();
      compiler = freshCompiler;
      index = fresh;
    } finally {
      changing.unlock();
    }
  }
}
