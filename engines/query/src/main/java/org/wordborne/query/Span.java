package org.wordborne.query;

/// A stretch of a text, in code points.
///
/// @param start first code point
/// @param end code point behind the stretch, greater than `start`
public record Span(int start, int end) {}
