package org.wordborne.town;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What the town talks about: themes by their weight at a time, and the paper's articles.
final class Agenda {
  private final ToDoubleFunction<Instant> days;
  private final Map<Theme, Double> calm = new EnumMap<>(Theme.class);
  private final List<Word> articles = new ArrayList<>();
  private final double[] sums = new double[Theme.values().length];
  private long weighed = Long.MIN_VALUE;

  /// Counts days by `days`.
  Agenda(ToDoubleFunction<Instant> days) {
    this.days = days;
  }

  /// Takes an article that has come out.
  void add(Word article) {
    articles.add(article);
  }

  boolean hasArticles() {
    return !articles.isEmpty();
  }

  /// Lets a matter lose force.
  void quieten(Theme theme) {
    calm.merge(theme, 0.9, (a, b) -> a * b);
  }

  /// What somebody speaks of next.
  Theme theme(double day, double keen, @Nullable Institution wanted, SplittableRandom by) {
    if (wanted == Institution.COURIER && !articles.isEmpty() && by.nextInt(4) > 0) {
      return Theme.STORY;
    }
    long moment = Math.round(day * 288) * 31 + Math.round(keen * 20) + articles.size() * 7919L;
    if (moment != weighed) {
      weighed = moment;
      double sum = 0;
      for (Theme theme : Theme.values()) {
        sum += weight(theme, day, keen);
        sums[theme.ordinal()] = sum;
      }
    }
    double at = by.nextDouble() * sums[sums.length - 1];
    int found = Arrays.binarySearch(sums, at);
    return Theme.values()[Math.min(sums.length - 1, found < 0 ? -found - 1 : found + 1)];
  }

  private double weight(Theme theme, double day, double keen) {
    if (theme == Theme.STORY) {
      return articles.isEmpty()
          ? 0
          : 4 + 26 * Math.exp(-(day - days.applyAsDouble(articles.getLast().at)) * 5);
    }
    return theme.weight(day) * (theme.isCafe() ? keen : 1) * calm.getOrDefault(theme, 1.0);
  }

  /// The article that somebody speaks under, or null before the first.
  @Nullable Word article(Instant at, SplittableRandom by) {
    if (articles.isEmpty()) {
      return null;
    }
    int back = Math.min(articles.size() - 1, (int) (Math.pow(by.nextDouble(), 2.5) * 4));
    var article = articles.get(articles.size() - 1 - back);
    return article.at.isAfter(at) ? articles.getFirst() : article;
  }
}
