package org.wordborne.server.mention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where posts come from.
///
/// @param source the source that brings them; null for an import
/// @param name what it is called, for questions by `source:`; "" for an import
/// @param channel the kind of vehicle; a post that names one of its own keeps it where this is ""
/// @param place within which native ids are unique; "" where they are unique in the channel
/// @param everything keep all, not only what a topic matches
public record Origin(
    @Nullable UUID source, String name, String channel, String place, boolean everything) {

  private static final String IMPORT = "import";

  /// An import: each post names its own channel.
  public static Origin imported(boolean everything) {
    return new Origin(null, "", "", "", everything);
  }

  /// Within which the id of a post is unique: an exported one says it itself.
  String placeOf(Incoming.Spoken spoken) {
    return channel.isEmpty() && place.isEmpty() ? spoken.place() : place;
  }

  /// The channel of a post that names `own`.
  String channelOf(String own) {
    if (!channel.isEmpty()) {
      return channel;
    }
    return own.isEmpty() ? IMPORT : own;
  }
}
