package org.wordborne.text;

import java.util.BitSet;
import java.util.function.Consumer;

/// Trains the judgement table: all heads on all features, then again on those worth shipping.
final class JudgementTraining {
  private static final int LEAST_MET = 2;

  private JudgementTraining() {}

  static Packing.Packed train(Corpus corpus, long seed, Consumer<String> told) {
    var heads = new Curriculum(corpus).heads();
    var dictionary = new Dictionary();
    var learner = new Learner(dictionary);
    for (var head : heads) {
      head.lessons.forEach(lesson -> learner.meet(lesson.text(), lesson.language()));
    }
    int features = dictionary.number(LEAST_MET);
    told.accept("judgements: %d features met".formatted(features));
    var chosen = new BitSet();
    for (var head : heads) {
      var problem = head.problem(learner);
      var learned = LinearTrainer.train(problem, features, head.settings, seed);
      Packing.choose(problem, learned.weights(), features, head.budget, chosen);
      told.accept(
          "%s: %d texts, %d features chosen so far"
              .formatted(head.name, problem.size(), chosen.cardinality()));
    }
    int kept = dictionary.number(Packing.keys(dictionary, chosen));
    byte[] table = new byte[kept * Columns.COUNT];
    var scales = new Weights.Scales(new float[Columns.COUNT], new float[Columns.COUNT]);
    for (var head : heads) {
      var learned = LinearTrainer.train(head.problem(learner), kept, head.settings, seed);
      Packing.pack(learned, head.columns, head.first, table, scales);
    }
    return new Packing.Packed(scales, new Table(dictionary.ordered(), table));
  }
}
