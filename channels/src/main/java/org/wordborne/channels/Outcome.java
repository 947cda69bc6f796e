package org.wordborne.channels;

/// What became of a reply.
public sealed interface Outcome {
  /// It stands there.
  ///
  /// @param nativeId its id on the channel
  /// @param url where it can be read; "" if unknown
  record Sent(String nativeId, String url) implements Outcome {}

  /// It does not stand there, and will not by itself.
  ///
  /// @param why the reason in plain words
  record Refused(String why) implements Outcome {}

  /// It may stand there or not: look it up before anything else.
  ///
  /// @param why what happened, in plain words
  record Unknown(String why) implements Outcome {}
}
