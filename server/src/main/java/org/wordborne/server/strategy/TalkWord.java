package org.wordborne.server.strategy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.wordborne.server.mention.Mention;

/// A word that was spoken about us or by us.
///
/// @param person who spoke; the name itself where no human is known behind it
record TalkWord(Mention mention, UUID person) {
  private static final Set<String> ASKING = Set.of("desire", "request", "complaint", "question");

  Instant at() {
    return mention.spokenAt();
  }

  boolean own() {
    return mention.own();
  }

  String text() {
    return mention.title().isEmpty() ? mention.text() : mention.title() + "\n" + mention.text();
  }

  String mood() {
    return mention.understanding().sentiment();
  }

  /// Whether it wishes, asks for or complains of something.
  boolean asks() {
    return mention.understanding().intents().keySet().stream().anyMatch(ASKING::contains);
  }
}
