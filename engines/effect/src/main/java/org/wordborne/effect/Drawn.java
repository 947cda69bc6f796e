package org.wordborne.effect;

import java.util.List;

/// What a draw gave.
///
/// @param seed the seed, in hexadecimal
/// @param order numbers of the entries in the order they were drawn, from 1
/// @param winners the places that won, in the order of the prizes
/// @param alternates those who stand by, in their order
public record Drawn(String seed, List<Integer> order, List<Place> winners, List<Place> alternates) {
  /// Takes copies.
  public Drawn {
    order = List.copyOf(order);
    winners = List.copyOf(winners);
    alternates = List.copyOf(alternates);
  }
}
