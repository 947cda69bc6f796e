package org.wordborne.server.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Understanding;
import org.wordborne.server.workspace.Sha256;

/// A mention as people are known by it.
///
/// @param place the space in which native ids are unique; this and ids beyond 400 characters are
///     given by their hash
/// @param at when it was spoken; when it was heard, where they do not say or lie ahead of us
/// @param sentiment its label, in lower case
/// @param praises whether it praises, and neither complains nor leaves
/// @param thanks whether it thanks whom it answers
/// @param asks whether it asks or wishes for something
/// @param aboutUs whether it speaks of the brand
/// @param own whether it is known to come from an account of ours
/// @param counted whether it is a voice: neither spam nor hidden nor gone
/// @param deleted gone at its origin
public record SpokenWord(
    UUID mention,
    String place,
    String nativeId,
    String channel,
    @Nullable UUID source,
    Mention.Author author,
    Instant at,
    String sentiment,
    boolean praises,
    boolean thanks,
    boolean asks,
    boolean aboutUs,
    boolean own,
    boolean counted,
    boolean deleted,
    String inReplyTo,
    String threadRoot,
    String repostOf) {

  private static final double SURE_OF_GRATITUDE = 0.5;
  private static final int LONGEST_NAME = 400;
  private static final List<String> ASKING = List.of("question", "request", "desire");

  /// The word that a mention is.
  ///
  /// @param aboutUs whether it speaks of the brand
  public static SpokenWord from(Mention mention, boolean aboutUs) {
    var judged = mention.understanding();
    boolean praises = judged.intents().containsKey("praise") && !asksOrSour(judged);
    return new SpokenWord(
        mention.id(),
        name(
            mention.origin().isEmpty()
                ? mention.channel()
                : mention.channel() + "/" + mention.origin()),
        name(mention.nativeId()),
        mention.channel(),
        mention.source(),
        mention.author(),
        mention.spokenAt(),
        judged.sentiment(),
        praises || judged.sentiment().equals("positive") && !asksOrSour(judged),
        praises || judged.emotions().getOrDefault("gratitude", 0.0) >= SURE_OF_GRATITUDE,
        ASKING.stream().anyMatch(judged.intents()::containsKey),
        aboutUs,
        mention.own(),
        !mention.isDeleted() && !mention.hidden() && !judged.countsAsSpam(),
        mention.isDeleted(),
        name(mention.inReplyTo()),
        name(mention.threadRoot()),
        name(mention.repostOf()));
  }

  /* Words are looked up by these in indexes, which take no more than 2,704 bytes a line. */
  private static String name(String theirs) {
    if (theirs.length() <= LONGEST_NAME) {
      return theirs;
    }
    return "sha-256:" + Sha256.hex(theirs);
  }

  /// Native ids as they stand here.
  static String[] names(String[] theirs) {
    return java.util.Arrays.stream(theirs).map(SpokenWord::name).toArray(String[]::new);
  }

  /// The same word, known to be ours.
  public SpokenWord asOwn() {
    return new SpokenWord(
        mention,
        place,
        nativeId,
        channel,
        source,
        author,
        at,
        sentiment,
        praises,
        thanks,
        asks,
        aboutUs,
        true,
        counted,
        deleted,
        inReplyTo,
        threadRoot,
        repostOf);
  }

  /// The same word, as an answer to `parent`.
  public SpokenWord answering(String parent) {
    return new SpokenWord(
        mention,
        place,
        nativeId,
        channel,
        source,
        author,
        at,
        sentiment,
        praises,
        thanks,
        asks,
        aboutUs,
        own,
        counted,
        deleted,
        parent,
        threadRoot,
        repostOf);
  }

  private static boolean asksOrSour(Understanding judged) {
    return judged.sentiment().equals("negative")
        || judged.intents().containsKey("complaint")
        || judged.intents().containsKey("leaving");
  }

  /// Whether somebody stands behind it whom one could recognise.
  boolean hasAuthor() {
    return !author.id().isBlank() || !author.name().isBlank();
  }

  /// What to call its author.
  String authorName() {
    return author.name().isBlank() ? author.id().strip() : author.name().strip();
  }
}
