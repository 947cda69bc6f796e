package org.wordborne.server.source;

import org.wordborne.channels.ChannelPost;
import org.wordborne.query.Post;
import org.wordborne.server.mention.Incoming;

/// Turns a channel's posts into those that are heard.
final class IncomingPosts {
  private IncomingPosts() {}

  static Incoming.Spoken of(ChannelPost post) {
    var author = post.author();
    var counts = post.metrics();
    var heard =
        new Post(
            post.nativeId(),
            post.text(),
            "",
            post.url(),
            post.title(),
            new Post.Author(author.id(), author.name(), author.url(), author.followers()),
            post.published(),
            post.language(),
            post.inReplyTo(),
            post.repostOf(),
            new Post.Engagement(counts.likes(), counts.reposts(), counts.replies(), counts.views()),
            post.links(),
            post.media().stream()
                .map(media -> new Post.Media(media.kind(), media.url(), media.alt()))
                .toList());
    return new Incoming.Spoken(heard, post.html(), post.threadRoot());
  }
}
