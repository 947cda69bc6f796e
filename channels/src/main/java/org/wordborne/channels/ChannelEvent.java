package org.wordborne.channels;

/// Something that happened on a channel.
public sealed interface ChannelEvent {
  /// A post was spoken, or stands there now in this form: the store tells new, changed and same.
  ///
  /// @param post as it stands now
  record Spoken(ChannelPost post) implements ChannelEvent {}

  /// A post was taken back at its origin.
  ///
  /// @param nativeId its id on the channel
  record Deleted(String nativeId) implements ChannelEvent {}
}
