package org.wordborne.server.workspace.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One kind of thing somebody may do; the scopes of tokens carry the same names.
public enum Permission {
  /// Results, campaigns, the calendar, strategy: what a client sees.
  SEE,
  /// Everything heard, conversations, people.
  READ,
  /// Take data out.
  EXPORT,
  /// Reply, note, assign, thank, correct.
  ANSWER,
  /// Topics, sources, imports, rules of the watch.
  LISTEN,
  /// Plan, contests, drafts of posts, rights, seeds, strategy, results.
  CAMPAIGN,
  /// Sign off, approve words, draws, money.
  APPROVE,
  /// Members, the workspace, tokens of others, mail, webhooks.
  MANAGE,
  /// Read who did what.
  AUDIT,
  /// How long words are kept, export and erasure of a person.
  PRIVACY,
  /// Make owners, end the workspace.
  OWN,
  /// What concerns the whole server.
  SERVER;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Its name in the API and in tokens.
  @JsonValue
  public String word() {
    return word;
  }

  /// The one with that name, if there is one.
  public static Optional<Permission> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
