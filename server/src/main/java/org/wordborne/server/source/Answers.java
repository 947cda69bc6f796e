package org.wordborne.server.source;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.Channels;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.server.mention.OwnWords;
import org.wordborne.server.workspace.Scope;

/// The way out for answers: on the source on which the word came.
///
/// Each call reaches out once and tells what became of it. Whoever calls keeps the decision and
/// the key first, and after [Outcome.Unknown] looks up before anything else.
@Component
public class Answers {
  private final Sources sources;
  private final Channels channels;
  private final ChannelContext context;
  private final OwnWords ownWords;

  Answers(Sources sources, Channels channels, ChannelContext context, OwnWords ownWords) {
    this.sources = sources;
    this.channels = channels;
    this.context = context;
    this.ownWords = ownWords;
  }

  /// Whether and how a source can be answered on.
  ///
  /// @param can whether an answer can be sent
  /// @param whyNot the reason in plain words where it cannot; "" where it can
  /// @param where the source's name
  /// @param channelName what the channel is called
  /// @param max longest answer; 0 for no limit
  /// @param unit what `max` counts
  public record Terms(
      boolean can, String whyNot, String where, String channelName, int max, String unit) {}

  /// The terms of a source.
  public Terms terms(Scope scope, UUID sourceId) {
    var source = sources.find(scope, sourceId).orElse(null);
    if (source == null) {
      return new Terms(false, "The source it came from was removed.", "", "", 0, "");
    }
    Channel channel = channels.of(source.kind()).orElse(null);
    if (channel == null) {
      return new Terms(
          false,
          "This build does not know the channel " + source.kind() + ".",
          source.name(),
          "",
          0,
          "");
    }
    var profile = channel.profile();
    String whyNot = profile.answers() ? missing(source) : profile.name() + " cannot be answered.";
    return new Terms(
        whyNot.isEmpty(),
        whyNot,
        source.name(),
        profile.name(),
        profile.maxReply(),
        profile.replyUnit());
  }

  /// Sends an answer.
  public Outcome send(Scope scope, UUID sourceId, Reply reply) {
    return asked(
        scope, sourceId, (channel, source) -> channel.reply(source.settings(), reply, context));
  }

  /// Looks up whether an answer stands there.
  public Outcome lookUp(Scope scope, UUID sourceId, Reply reply) {
    return asked(
        scope, sourceId, (channel, source) -> channel.lookUp(source.settings(), reply, context));
  }

  private interface Ask {
    Outcome of(Channel channel, Source source);
  }

  private Outcome asked(Scope scope, UUID sourceId, Ask ask) {
    var source = sources.find(scope, sourceId).orElse(null);
    if (source == null) {
      return new Outcome.Refused("The source it came from was removed.");
    }
    var channel = channels.of(source.kind()).orElse(null);
    if (channel == null) {
      return new Outcome.Refused("This build does not know the channel " + source.kind() + ".");
    }
    Outcome outcome = ask.of(channel, source);
    if (outcome instanceof Outcome.Sent(var nativeId, _) && !nativeId.isEmpty()) {
      ownWords.said(scope, source.origin(), nativeId);
    }
    return outcome;
  }

  /// What a source lacks to be answered on; "" where it lacks nothing.
  static String missing(Source source) {
    return switch (source.kind()) {
      case "webhook" ->
          source.settings().value("answerUrl").isEmpty()
              ? "This source has no address for answers; add one to answer here."
              : "";
      case "wordpress" ->
          source.settings().secret("password").isEmpty()
              ? "This source has no application password; add one to answer here."
              : "";
      default -> "";
    };
  }
}
