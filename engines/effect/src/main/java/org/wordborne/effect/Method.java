package org.wordborne.effect;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How it is found what would have been otherwise.
public enum Method {
  /// Difference in differences: the mean of all others, moved to the treated's level before.
  DID("did"),
  /// Synthetic control: the mixture of others that was nearest before (Abadie, Diamond,
  /// Hainmueller, JASA 2010), without covariates.
  SC("sc"),
  /// Demeaned synthetic control: each side less its mean before (Doudchenko, Imbens, 2016; Ferman,
  /// Pinto, 2021).
  SC_DEMEANED("asc"),
  /// Synthetic difference in differences (Arkhangelsky and others, AER 2021).
  SDID("sdid"),
  /// Least squares on series that the campaign did not touch.
  REGRESSION("regression"),
  /// Weights that were given.
  GIVEN("given"),
  /// Difference in means between those reached and those left out by chance.
  HOLD_OUT("holdout"),
  /// The one of `did`, `asc` and `sdid` that told the last third of the time before best.
  AUTO("auto");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /// The word for it in commands and figures.
  public String word() {
    return word;
  }

  /// The method with this word.
  ///
  /// @throws IllegalArgumentException naming the words there are
  public static Method of(String word) {
    if (word.equals("bsts")) {
      throw new IllegalArgumentException("bsts is not built; regression is");
    }
    return Arrays.stream(values())
        .filter(method -> method.word.equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "method '%s' must be one of %s".formatted(word, words())));
  }

  private static String words() {
    return Arrays.stream(values())
        .filter(method -> method != GIVEN && method != HOLD_OUT)
        .map(Method::word)
        .collect(Collectors.joining(", "));
  }
}
