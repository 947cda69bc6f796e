package org.wordborne.query;

import java.util.Set;

/// What a query refers to by name: lists of authors, as in `author:@press`.
///
/// An entry is an author's id, name or page address; case and accents do not matter. The list
/// `own` holds the accounts that speak for us. Implementations must be safe for many threads.
@FunctionalInterface
public interface QueryContext {
  /// A context without lists.
  QueryContext NONE = name -> Set.of();

  /// Returns the entries of a list; empty where there is no such list.
  Set<String> list(String name);
}
