package org.wordborne.hearing;

import java.util.Set;
import org.wordborne.query.Post;
import org.wordborne.text.Analysis;

/// A post and what hearing made of it.
///
/// @param post what came
/// @param analysis what its text says
/// @param topics ids of the standing queries that it satisfies
/// @param fingerprint under which near copies lie near each other
public record Heard(Post post, Analysis analysis, Set<String> topics, long fingerprint) {}
