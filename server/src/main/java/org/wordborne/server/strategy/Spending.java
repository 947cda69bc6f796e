package org.wordborne.server.strategy;

import java.util.ArrayList;
import java.util.List;

/// What share of the money each theme has.
final class Spending {
  private Spending() {}

  /// Shares over the themes and, last, what meets none of them; all 0 where nothing is spent. An
  /// amount that meets several themes is spread evenly.
  static double[] shares(
      List<StrategyStatement> statements, List<StrategyTheme> themes, Verdicts verdicts) {
    double[] shares = new double[themes.size() + 1];
    double all = 0;
    for (StrategyStatement one : statements) {
      Long amount = one.amountMinor();
      if (!one.kind().equals("spend") || amount == null) {
        continue;
      }
      all += amount;
      List<Integer> met = met(one, themes, verdicts);
      met.forEach(k -> shares[k] += (double) amount / met.size());
    }
    for (int k = 0; all > 0 && k < shares.length; k++) {
      shares[k] /= all;
    }
    return shares;
  }

  private static List<Integer> met(
      StrategyStatement spend, List<StrategyTheme> themes, Verdicts verdicts) {
    var met = new ArrayList<Integer>();
    for (int k = 0; k < themes.size(); k++) {
      var theme = themes.get(k);
      if (verdicts.meets(theme, spend, verdicts.ownWords(theme)) != null) {
        met.add(k);
      }
    }
    return met.isEmpty() ? List.of(themes.size()) : met;
  }
}
