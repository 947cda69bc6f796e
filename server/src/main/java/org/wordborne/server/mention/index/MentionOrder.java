package org.wordborne.server.mention.index;

/// In which order mentions are listed.
public enum MentionOrder {
  /// The newest first, by the time of [IndexedMention#at].
  NEWEST,
  /// The last heard, edited or corrected first: by sequence number.
  HEARD,
  /// What most needs an answer first; among equals the newest.
  NEED
}
