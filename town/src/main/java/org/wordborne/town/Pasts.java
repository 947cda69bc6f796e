package org.wordborne.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pasts that are told only when somebody asks; the caller holds the lock.
final class Pasts {
  private static final String MARK = "twelve-weeks";

  private final Path folder;
  private final TownRecord record;
  private final Population population;
  private final Chronicle chronicle;
  private @Nullable TwelveWeeks circle;
  private @Nullable TwelveWeeks small;

  Pasts(Path folder, TownRecord record, Population population, Chronicle chronicle) {
    this.folder = folder;
    this.record = record;
    this.population = population;
    this.chronicle = chronicle;
  }

  /// What was told of them, oldest first.
  Stream<Word> told() {
    var words = new ArrayList<Word>();
    if (circle != null) {
      words.addAll(circle.words());
    }
    if (small != null) {
      words.addAll(small.words());
    }
    return words.stream();
  }

  TwelveWeeks circle() {
    var made = circle;
    if (made == null) {
      made =
          TwelveWeeks.circle(
              record.seed(), record.firstDay(), record.zone(), population, record.firstNumber());
      chronicle.shelve(made.words());
      remember();
      circle = made;
    }
    return made;
  }

  /* Their addresses must stay good after the next start. */
  private void remember() {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(MARK), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean toldBefore() {
    return Files.exists(folder.resolve(MARK));
  }

  TwelveWeeks small() {
    var made = small;
    if (made == null) {
      made =
          TwelveWeeks.small(
              record.seed(), record.firstDay(), record.zone(), population, record.firstNumber());
      chronicle.shelve(made.words());
      small = made;
    }
    return made;
  }
}
