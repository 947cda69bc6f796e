package org.wordborne.server.spread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Seeds of a campaign of which half were held back by chance, so that the other half's effect can
/// be measured.
///
/// @param seeded people who were reached
/// @param held people who were left out
/// @param at when chance parted them
public record HeldBack(List<UUID> seeded, List<UUID> held, Instant at) {
  /// Takes copies.
  public HeldBack {
    seeded = List.copyOf(seeded);
    held = List.copyOf(held);
  }

  /// Both halves.
  public List<UUID> everybody() {
    return Stream.concat(seeded.stream(), held.stream()).toList();
  }
}
