package org.wordborne.server.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the ledger made of a word.
///
/// @param person who spoke; null for nobody known
/// @param thread the thread it belongs to, for now: a later word may join two threads
/// @param own whether an account of ours spoke
/// @param known whether the ledger had this word before
/// @param audience how many hear its author
public record PlacedWord(
    SpokenWord word,
    @Nullable UUID person,
    UUID thread,
    boolean own,
    boolean known,
    long audience) {}
