package org.wordborne.server.workspace;

import java.util.List;

/// Whose word it is: what people call the brand, where it is, what it is confused with.
///
/// @param name the brand's name; empty until it is set up
/// @param names the other words people use for it
/// @param place the town or region that tells it apart; may be empty
/// @param notConfused words of others that share its name
/// @param homes web addresses that are its own, without the scheme: host, or host and path
/// @param setUp whether somebody has named the brand
public record Brand(
    String name,
    List<String> names,
    String place,
    List<String> notConfused,
    List<String> homes,
    boolean setUp) {
  /// Copies the lists.
  public Brand {
    names = List.copyOf(names);
    notConfused = List.copyOf(notConfused);
    homes = List.copyOf(homes);
  }
}
