/// People: who spoke, under which handles, how they speak of the brand over time, and who answers,
/// repeats, thanks or recommends us to whom, each edge with the words that prove it; and whom we
/// thanked.
///
/// Start at `People` to read. `PeopleLedger` writes: it takes batches of mentions in the order of
/// their sequence, keeps one line for each (so that hearing a word twice counts once), ties words
/// that answer one another into threads, whichever of them came first, and tells what became of
/// them.
///
/// `Thanks` is a ledger: the database itself lets it be written at its end only.
///
/// Not here: whether a word needs an answer (conversation).
@ApplicationModule(displayName = "People")
@NullMarked
package org.wordborne.server.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
