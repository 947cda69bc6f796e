package org.wordborne.server.workspace.personal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A human whose data is asked for: by all that leads to it.
///
/// @param persons ids of theirs among those who were heard
/// @param around ids of what others said in the same threads, or repeated
/// @param rows ids of rows elsewhere that tell of them, such as notes and wishes
/// @param names what they are called there, and their ids on their networks
/// @param mails addresses that are theirs
public record Subject(
    Set<UUID> persons,
    List<Handle> handles,
    List<Word> words,
    Set<UUID> around,
    Set<UUID> rows,
    Set<String> names,
    Set<String> mails) {

  /// Copies what is given.
  public Subject {
    persons = Set.copyOf(persons);
    handles = List.copyOf(handles);
    words = List.copyOf(words);
    around = Set.copyOf(around);
    rows = Set.copyOf(rows);
    names = Set.copyOf(names);
    mails = Set.copyOf(mails);
  }

  /// Somebody of whom only that is known so far.
  public static Subject of(Set<UUID> persons, Set<String> names, Set<String> mails) {
    return new Subject(persons, List.of(), List.of(), Set.of(), Set.of(), names, mails);
  }

  /// The same, with rows that tell of them.
  public Subject withRows(Set<UUID> told) {
    return new Subject(persons, handles, words, around, told, names, mails);
  }

  /// The same, with people who turned out to be behind their handles.
  public Subject withPersons(Collection<UUID> found) {
    var all = new HashSet<>(persons);
    all.addAll(found);
    return new Subject(all, handles, words, around, rows, names, mails);
  }

  /// The same, by handles alone.
  public static Subject of(Collection<UUID> handles) {
    return new Subject(
        Set.of(),
        handles.stream().map(id -> new Handle(id, "", "", "")).toList(),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  /// A name on one network.
  ///
  /// @param who their id there, or their name where they have none
  public record Handle(UUID id, String channel, String origin, String who) {}

  /// A word of theirs, one that repeats it, or one of ours that answers them.
  ///
  /// @param theirs whether they said it
  public record Word(UUID id, String channel, String origin, String nativeId, boolean theirs) {
    /// What stands in place of the native id of a word that is forgotten: answers to it stay tied.
    public String replacement() {
      return "forgotten:" + id;
    }
  }

  /// All of `words`, by id.
  public UUID[] wordIds() {
    return words.stream().map(Word::id).toArray(UUID[]::new);
  }

  /// What they said themselves, by id.
  public UUID[] theirIds() {
    return words.stream().filter(Word::theirs).map(Word::id).toArray(UUID[]::new);
  }

  /// What others said around it, by id.
  public UUID[] aroundIds() {
    return around.toArray(UUID[]::new);
  }

  /// Native ids of the words, in their order, for [#replacements].
  public String[] nativeIds() {
    return words.stream().map(Word::nativeId).toArray(String[]::new);
  }

  /// What stands in place of each of [#nativeIds].
  public String[] replacements() {
    return words.stream().map(Word::replacement).toArray(String[]::new);
  }

  /// Their handles, by id.
  public UUID[] handleIds() {
    return handles.stream().map(Handle::id).toArray(UUID[]::new);
  }

  /// Their ids among those who were heard.
  public UUID[] personIds() {
    return persons.toArray(UUID[]::new);
  }
}
