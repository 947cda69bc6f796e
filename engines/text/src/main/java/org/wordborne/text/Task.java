package org.wordborne.text;

import java.util.List;
import java.util.Locale;

/// What can be evaluated against labelled texts, with its labels by number.
public enum Task {
  /// Three moods; labels 0 to 2.
  SENTIMENT(List.of("negative", "neutral", "positive")),
  /// Four emotions; labels 0 to 3.
  EMOTION(Columns.EMOTIONS),
  /// Irony or not.
  IRONY(List.of("0", "1")),
  /// Offence or not.
  OFFENSIVE(List.of("0", "1")),
  /// Complaint or not.
  COMPLAINT(List.of("0", "1")),
  /// Seven speech acts.
  ACT(Columns.ACTS),
  /// Spam or not.
  SPAM(List.of("0", "1")),
  /// ISO 639-1 codes; those met, and `und`.
  LANGUAGE(List.of());

  private final List<String> labels;

  Task(List<String> labels) {
    this.labels = labels;
  }

  /// Returns the labels; empty where any code may be one.
  public List<String> labels() {
    return labels;
  }

  /// Returns the name as commands use it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the label meant by a number or a name, or `""` where it is none.
  public String label(String written) {
    String name = written.strip();
    if (labels.isEmpty() || labels.contains(name)) {
      return name;
    }
    if (!name.isEmpty() && name.length() < 3 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(name);
      return number < labels.size() ? labels.get(number) : "";
    }
    return labels.stream().filter(name::equalsIgnoreCase).findFirst().orElse("");
  }
}
