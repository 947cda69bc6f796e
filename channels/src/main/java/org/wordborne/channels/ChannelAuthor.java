package org.wordborne.channels;

/// Who spoke, as the channel names them; absent strings are "".
///
/// @param id the channel's own id, or the best stand-in for one
/// @param name as it is shown
/// @param url their page
/// @param followers how many hear them; 0 if the channel does not say
public record ChannelAuthor(String id, String name, String url, long followers) {
  /// Nobody in particular.
  public static ChannelAuthor unknown() {
    return new ChannelAuthor("", "", "", 0);
  }
}
