package org.wordborne.effect;

/// Where the interval and the chance of error of an effect come from.
public enum Inference {
  /// Each donor takes the place of the treated in turn, and tells what happens without a campaign
  /// (Abadie, Diamond, Hainmueller, JASA 2010), each measured by its own error before.
  PLACEBO,
  /// The residuals under a supposed effect are moved around in time, block by block
  /// (Chernozhukov, Wüthrich, Zhu, JASA 2021): right also where neighbours in time are alike.
  BLOCKS,
  /// The residuals under a supposed effect change places in any way (the same paper): sharper, and
  /// right where neighbours in time are not alike.
  EXCHANGE,
  /// With at least 20 donors and fewer than 60 times before `PLACEBO`; else `EXCHANGE`, or
  /// `BLOCKS` where neighbouring residuals correlate by more than 2/√times.
  AUTO
}
