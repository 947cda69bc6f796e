package org.wordborne.text;

import java.util.ArrayList;
import java.util.List;

/// The lessons of one head: texts, and what is known of its columns.
final class Head {
  final String name;
  final int first;
  final int columns;

  /// How many features it may choose.
  final int budget;

  final LinearTrainer.Settings settings;
  final List<Lesson> lessons = new ArrayList<>();

  Head(String name, int first, int columns, int budget, LinearTrainer.Settings settings) {
    this.name = name;
    this.first = first;
    this.columns = columns;
    this.budget = budget;
    this.settings = settings;
  }

  /// One labelled text.
  @SuppressWarnings("ArrayRecordComponent")
  record Lesson(String text, String language, byte[] target, double weight) {}

  /// Adds a text of which one column is true.
  void one(String text, String language, int label, double weight) {
    lessons.add(new Lesson(text, language, Problem.oneOf(columns, label), weight));
  }

  /// Adds a text of a head with one column.
  void yes(String text, String language, boolean holds, double weight) {
    byte[] target = {(byte) (holds ? 1 : 0)};
    lessons.add(new Lesson(text, language, target, weight));
  }

  Problem problem(Learner learner) {
    var problem = new Problem(columns);
    for (var lesson : lessons) {
      problem.add(learner.find(lesson.text, lesson.language), lesson.target, lesson.weight);
    }
    return problem;
  }
}
