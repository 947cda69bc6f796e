package org.wordborne.text;

/// A stretch of the original text that moved a judgement.
///
/// @param judgement what it moved, such as `sentiment:negative` or `intent:question`
/// @param start first code point of the stretch
/// @param end code point behind the stretch, greater than `start`
/// @param words the stretch as it stands in the text
/// @param weight how far it moved the judgement, in log odds; positive speaks for it
public record Reason(String judgement, int start, int end, String words, double weight) {}
