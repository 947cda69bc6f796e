package org.wordborne.text;

/// The mood of a text: a label that may abstain, and the three scores behind it.
///
/// @param label what to show
/// @param positive calibrated chance of positive, in `[0, 1]`; the three scores sum to 1
/// @param negative calibrated chance of negative
/// @param neutral calibrated chance of neutral
/// @param confidence chance that the best of the three is right, in `[0, 1]`
/// @param modelled false where no model was trained on the language; the label is then unsure
public record Sentiment(
    SentimentLabel label,
    double positive,
    double negative,
    double neutral,
    double confidence,
    boolean modelled) {}
