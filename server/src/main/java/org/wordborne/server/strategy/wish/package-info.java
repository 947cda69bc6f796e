/// Wishes of customers on a public board, and the sealed calls by which sellers bid for one.
///
/// *Invariant:* before a call has ended no amount leaves this package, to nobody: it is opened by
/// `CallCloser` alone, and only once the end has passed.
@NullMarked
package org.wordborne.server.strategy.wish;

import org.jspecify.annotations.NullMarked;
