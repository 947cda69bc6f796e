package org.wordborne.town;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing said, and what is known of it.
final class Word {

  final long number;
  final Institution place;
  final int author;
  final String authorName;
  final String authorId;
  final int followers;
  final String title;
  final Instant at;
  final @Nullable Word parent;
  final @Nullable Word repostOf;
  final Theme theme;
  final int cafe;
  final Truth truth;
  final String language;
  final @Nullable Word toldBy;

  /// Lines of the grammar used in the thread that this word opened.
  final java.util.Set<Integer> lines = new java.util.HashSet<>();

  private volatile String text;
  private volatile @Nullable Instant edited;
  private volatile boolean gone;

  Word(
      long number,
      Institution place,
      Speaker speaker,
      String title,
      String text,
      Instant at,
      @Nullable Word parent,
      Meaning meaning) {
    this.number = number;
    this.place = place;
    this.author = speaker.person();
    this.authorName = speaker.name();
    this.authorId = speaker.id();
    this.followers = speaker.followers();
    this.title = title;
    this.text = text;
    this.at = at;
    this.parent = parent;
    this.repostOf = meaning.repostOf();
    this.theme = meaning.theme();
    this.cafe = meaning.cafe();
    this.truth = meaning.truth();
    this.language = meaning.language();
    this.toldBy = meaning.toldBy();
  }

  /// Who speaks, as the place shows them. `person` is -1 for a paper or a spammer, -2 for the
  /// café itself, -3 for someone whom only a story knows.
  record Speaker(int person, String id, String name, int followers) {
    static Speaker of(Person person, Institution place) {
      return new Speaker(person.id(), person.handle(), person.nameAt(place), person.followers());
    }
  }

  /// What a word is about and what it truly is.
  record Meaning(
      Theme theme,
      int cafe,
      Truth truth,
      String language,
      @Nullable Word repostOf,
      @Nullable Word toldBy) {
    static Meaning of(Theme theme, int cafe, Truth truth, String language) {
      return new Meaning(theme, cafe, truth, language, null, null);
    }
  }

  /// Its id at its place, as the place itself names it.
  String id() {
    return place.idPrefix + number;
  }

  String text() {
    return text;
  }

  @Nullable Instant edited() {
    return edited;
  }

  boolean gone() {
    return gone;
  }

  void edit(String newText, Instant when) {
    text = newText;
    edited = when;
  }

  void delete() {
    gone = true;
  }

  /// The first word of its thread.
  Word root() {
    Word word = this;
    while (word.parent != null) {
      word = word.parent;
    }
    return word;
  }
}
