/// The search index: one Lucene folder for each workspace, behind the database by sequence.
///
/// The database is the truth. The index holds no text: a search answers ids, and whoever asks
/// reads the mentions. It can be deleted at any time and is then built anew.
///
/// Start at [MentionIndex]. Queries are translated by `LuceneQueries`, which gives them the same
/// meaning as `org.wordborne.query.ReferenceEvaluator`; `SearchLawTest` holds it.
@NullMarked
package org.wordborne.server.mention.index;

import org.jspecify.annotations.NullMarked;
