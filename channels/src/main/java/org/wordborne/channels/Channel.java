package org.wordborne.channels;

/// One kind of vehicle that words travel on: it can be heard, and where possible answered.
///
/// Implementations keep no state between calls and may be called from many threads. Asking again
/// with the same cursor is harmless: the same events come again, under the same native ids.
public interface Channel {
  /// The word by which sources name this kind: "feed", "wordpress", "webhook".
  String kind();

  /// What it hears, what it is blind to, what it needs, and under which rules, as data.
  ChannelProfile profile();

  /// Fetches what was spoken since `cursor` ("" at first).
  ///
  /// @throws ChannelException if nothing could be heard; it says whether a person must act
  Batch listen(SourceSettings settings, String cursor, ChannelContext context)
      throws ChannelException;

  /// Sends a reply. It is sent once: after [Outcome.Unknown] ask [#lookUp] before any retry.
  default Outcome reply(SourceSettings settings, Reply reply, ChannelContext context) {
    return new Outcome.Refused(profile().name() + " cannot be answered from here.");
  }

  /// Looks up whether a reply stands there already.
  ///
  /// @return [Outcome.Sent] if it does, [Outcome.Refused] if it surely does not, else unknown
  default Outcome lookUp(SourceSettings settings, Reply reply, ChannelContext context) {
    return new Outcome.Unknown(profile().name() + " cannot be asked whether an answer arrived.");
  }

  /// Whether posts of our own can begin here.
  default boolean publishes() {
    return false;
  }

  /// Publishes a post. It is sent once: after [Outcome.Unknown] ask [#lookUpPublication] before
  /// any retry.
  default Outcome publish(SourceSettings settings, Publication post, ChannelContext context) {
    return new Outcome.Refused(profile().name() + " cannot be posted to from here.");
  }

  /// Looks up whether a post of ours stands there already.
  ///
  /// @return [Outcome.Sent] if it does, [Outcome.Refused] if it surely does not, else unknown
  default Outcome lookUpPublication(
      SourceSettings settings, Publication post, ChannelContext context) {
    return new Outcome.Unknown(profile().name() + " cannot be asked whether a post arrived.");
  }
}
