package org.wordborne.channels;

import java.util.List;
import java.util.Optional;

/// Every channel that this build knows.
///
/// @param all in the order in which a page should offer them
public record Channels(List<Channel> all) {
  /// Copies the list.
  public Channels {
    all = List.copyOf(all);
  }

  /// The channel of that kind.
  public Optional<Channel> of(String kind) {
    return all.stream().filter(channel -> channel.kind().equals(kind)).findFirst();
  }
}
