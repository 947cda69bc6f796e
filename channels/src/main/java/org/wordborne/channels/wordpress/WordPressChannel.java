package org.wordborne.channels.wordpress;

import java.util.List;
import org.wordborne.channels.Batch;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelProfile;
import org.wordborne.channels.ChannelProfile.Need;
import org.wordborne.channels.ChannelProfile.Policy;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Publication;
import org.wordborne.channels.Reply;
import org.wordborne.channels.SourceSettings;

/// Hears the posts and comments of a WordPress site, and answers in the thread.
///
/// Native ids are `post:ID` and `comment:ID`. A comment's thread root is its post; it answers its
/// parent comment, or the post; a post of ours is published at once. Edits are told again
/// as spoken, trashed comments as deleted.
///
/// Settings: values `url` (the site), `username`; secret `password` (an application password).
/// Without the password the site is heard, but not answered.
public final class WordPressChannel implements Channel {
  @Override
  public String kind() {
    return "wordpress";
  }

  @Override
  public ChannelProfile profile() {
    return new ChannelProfile(
        "WordPress",
        "Posts and comments of a WordPress site, with their threads, edits and deletions.",
        "Comments that wait for approval, and edits or deletions of comments older than the"
            + " newest hundred.",
        List.of(
            new Need("url", "Address of the site", false, true, "https://cafe.example"),
            new Need("username", "User name, to answer", false, false, "ines"),
            new Need(
                "password",
                "Application password, to answer (Users, Profile, Application Passwords)",
                true,
                false,
                "abcd efgh ijkl mnop qrst uvwx")),
        true,
        65_525,
        "characters",
        new Policy(
            "What the site shows in public may be kept.",
            "Posts and comments are linked to their place on the site.",
            "An answer is a comment under the account's name, in the thread.",
            "What is trashed there is deleted here."),
        "Free.",
        "The site's own limits; we list the newest page of comments at each poll.");
  }

  @Override
  public Batch listen(SourceSettings settings, String cursor, ChannelContext context)
      throws ChannelException {
    WordPressCursor from = WordPressCursor.read(cursor, settings.value("url").strip());
    if (from.root.isEmpty() && from.feeds.isEmpty()) {
      from.root = WordPressRest.findRoot(from.site, context);
    }
    if (from.root.isEmpty()) {
      return new WordPressFeeds(from, context).listen();
    }
    var rest = new WordPressRest(from.root, settings, context);
    try {
      return new WordPressListening(rest, from).listen();
    } catch (WordPressListening.ClosedException closed) {
      return new WordPressFeeds(from, context).listen();
    }
  }

  @Override
  public Outcome reply(SourceSettings settings, Reply reply, ChannelContext context) {
    try {
      WordPressRest rest = signedIn(settings, context);
      return new WordPressReplies(rest).send(reply);
    } catch (ChannelException before) {
      return new Outcome.Refused(before.getMessage() + " Nothing was sent.");
    }
  }

  @Override
  public Outcome lookUp(SourceSettings settings, Reply reply, ChannelContext context) {
    try {
      WordPressRest rest = signedIn(settings, context);
      return new WordPressReplies(rest).lookUp(reply);
    } catch (ChannelException before) {
      return new Outcome.Unknown(String.valueOf(before.getMessage()));
    }
  }

  @Override
  public boolean publishes() {
    return true;
  }

  @Override
  public Outcome publish(SourceSettings settings, Publication post, ChannelContext context) {
    try {
      return new WordPressPublishing(signedIn(settings, context)).send(post);
    } catch (ChannelException before) {
      return new Outcome.Refused(before.getMessage() + " Nothing was sent.");
    }
  }

  @Override
  public Outcome lookUpPublication(
      SourceSettings settings, Publication post, ChannelContext context) {
    try {
      return new WordPressPublishing(signedIn(settings, context)).lookUp(post);
    } catch (ChannelException before) {
      return new Outcome.Unknown(String.valueOf(before.getMessage()));
    }
  }

  private static WordPressRest signedIn(SourceSettings settings, ChannelContext context)
      throws ChannelException {
    String root = WordPressRest.findRoot(settings.value("url").strip(), context);
    if (root.isEmpty()) {
      throw ChannelException.deaf("The site's REST interface is closed to us.");
    }
    var rest = new WordPressRest(root, settings, context);
    if (!rest.hasPassword()) {
      throw ChannelException.deaf("Answering needs a user name and an application password.");
    }
    if (rest.isClear()) {
      throw ChannelException.deaf("The password is only sent by https: change the site's address.");
    }
    return rest;
  }
}
