package org.wordborne.server.source;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.Channels;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Publication;
import org.wordborne.server.mention.OwnWords;
import org.wordborne.server.workspace.Scope;

/// The way out for posts of our own, on sources that take them.
///
/// Each call reaches out once and tells what became of it. Whoever calls keeps the decision and
/// the key first, and after [Outcome.Unknown] looks up before anything else.
@Component
public class Publishing {
  private final Sources sources;
  private final Channels channels;
  private final ChannelContext context;
  private final OwnWords ownWords;

  Publishing(Sources sources, Channels channels, ChannelContext context, OwnWords ownWords) {
    this.sources = sources;
    this.channels = channels;
    this.context = context;
    this.ownWords = ownWords;
  }

  /// A source, and whether a post can be published there.
  ///
  /// @param kind of its channel
  /// @param channelName what the channel is called
  /// @param whyNot the reason in plain words where it cannot; "" where it can
  /// @param max longest text; 0 for no limit
  /// @param unit what `max` counts
  public record PublishPlace(
      UUID source,
      String name,
      String kind,
      String channelName,
      String whyNot,
      int max,
      String unit) {
    /// Whether a post can be published there.
    public boolean can() {
      return whyNot.isEmpty();
    }
  }

  /// All sources of channels that take posts, by name.
  public List<PublishPlace> places(Scope scope) {
    return sources.all(scope).stream()
        .filter(source -> channels.of(source.kind()).filter(Channel::publishes).isPresent())
        .map(this::place)
        .toList();
  }

  /// A source as a place to publish.
  public PublishPlace place(Scope scope, UUID source) {
    return sources
        .find(scope, source)
        .map(this::place)
        .orElseGet(() -> new PublishPlace(source, "", "", "", "This source was removed.", 0, ""));
  }

  private PublishPlace place(Source source) {
    Channel channel = channels.of(source.kind()).filter(Channel::publishes).orElse(null);
    if (channel == null) {
      String whyNot = "Nothing can be published there from here.";
      return new PublishPlace(source.id(), source.name(), source.kind(), "", whyNot, 0, "");
    }
    var profile = channel.profile();
    return new PublishPlace(
        source.id(),
        source.name(),
        source.kind(),
        profile.name(),
        Answers.missing(source),
        profile.maxReply(),
        profile.replyUnit());
  }

  /// Publishes a post.
  public Outcome send(Scope scope, UUID source, Publication post) {
    return asked(scope, source, (channel, from) -> channel.publish(from.settings(), post, context));
  }

  /// Looks up whether a post stands there.
  public Outcome lookUp(Scope scope, UUID source, Publication post) {
    return asked(
        scope,
        source,
        (channel, from) -> channel.lookUpPublication(from.settings(), post, context));
  }

  private interface Ask {
    Outcome of(Channel channel, Source source);
  }

  private Outcome asked(Scope scope, UUID sourceId, Ask ask) {
    var source = sources.find(scope, sourceId).orElse(null);
    if (source == null) {
      return new Outcome.Refused("This source was removed.");
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
}
