package org.wordborne.server.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be listened to behind an address.
///
/// @param notes what could not be read, in plain words
public record DiscoveryView(List<FoundView> found, List<String> notes) {

  /// Something to listen to.
  ///
  /// @param kind the channel that hears it
  /// @param entries how many entries it shows now
  public record FoundView(
      String kind, String title, String url, int entries, List<SampleView> sample) {}

  /// One of its entries.
  public record SampleView(String title, String text, @Nullable Instant published, String author) {}
}
