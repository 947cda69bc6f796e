/// Which texts a question means: one grammar, run standing (many queries, one post) or as search.
@NullMarked
package org.wordborne.query;

import org.jspecify.annotations.NullMarked;
