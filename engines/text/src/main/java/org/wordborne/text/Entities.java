package org.wordborne.text;

import java.util.List;

/// What a text names: each list in the order of the text.
///
/// @param hashtags `#word`, without the sign
/// @param handles `@name`, without the sign
/// @param links web addresses as written
/// @param cashtags `$ABC`, without the sign
/// @param emoji each emoji sequence, with its modifiers and joiners
public record Entities(
    List<Entity> hashtags,
    List<Entity> handles,
    List<Entity> links,
    List<Entity> cashtags,
    List<Entity> emoji) {

  /// Nothing named.
  public static final Entities NONE =
      new Entities(List.of(), List.of(), List.of(), List.of(), List.of());

  /// One named thing.
  ///
  /// @param text the name, without its sign
  /// @param start first code point in the original text, its sign included
  /// @param end code point behind it
  public record Entity(String text, int start, int end) {}
}
