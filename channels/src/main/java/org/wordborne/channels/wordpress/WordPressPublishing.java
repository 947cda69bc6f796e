package org.wordborne.channels.wordpress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Publication;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/*
 * Posts of our own. The last part of the slug is made of the key, so that a look-up by slug finds
 * the post of this very key, and a post that somebody else titled alike is not taken for it. It is
 * looked up before it is sent, too: WordPress would take it twice. Where that cannot be known,
 * nothing is sent.
 */
final class WordPressPublishing {
  private static final int LONGEST_WORDS = 60;
  private static final int KEY_LETTERS = 10;
  private final WordPressRest rest;

  WordPressPublishing(WordPressRest rest) {
    this.rest = rest;
  }

  Outcome send(Publication post) {
    boolean asked = false;
    try {
      if (!rest.get("wp/v2/users/me", "").isGood()) {
        return new Outcome.Refused("The site refuses the user name or the password.");
      }
      Outcome there = lookUp(post);
      if (there instanceof Outcome.Sent) {
        return there;
      }
      if (there instanceof Outcome.Unknown(String why)) {
        return new Outcome.Refused(why + " Nothing was sent.");
      }
      asked = true;
      return outcome(rest.post("wp/v2/posts", body(post)));
    } catch (HttpFault fault) {
      String why = String.valueOf(fault.getMessage());
      return asked && fault.mayHaveArrived()
          ? new Outcome.Unknown(why)
          : new Outcome.Refused(why + " Nothing was sent.");
    }
  }

  private static Outcome outcome(HttpAnswer answer) {
    if (answer.isGood()) {
      return sent(answer);
    }
    Map.Entry<String, String> error = WordPressRest.error(answer);
    String said = error.getValue().isEmpty() ? "" : " It says: " + error.getValue();
    return switch (answer.status()) {
      case 401 -> new Outcome.Refused("The site refuses the user name or the password." + said);
      case 403 -> new Outcome.Refused("This account may not publish there." + said);
      case 301, 302, 303, 307, 308 ->
          new Outcome.Refused("The site has another address now; change it at the source.");
      default ->
          answer.status() >= 500
              ? new Outcome.Unknown("The site answered with a fault (" + answer.status() + ").")
              : new Outcome.Refused("The site refused the post." + said);
    };
  }

  private static Outcome sent(HttpAnswer answer) {
    try {
      JsonNode node = WordPressRest.json(answer);
      long id = node.path("id").asLong(0);
      return id > 0
          ? new Outcome.Sent("post:" + id, WordPressRest.string(node, "link"))
          : new Outcome.Unknown("The site took the post but did not say which it is.");
    } catch (ChannelException unreadable) {
      return new Outcome.Unknown("The site took the post but did not say which it is.");
    }
  }

  Outcome lookUp(Publication post) {
    try {
      HttpAnswer answer =
          rest.get(
              "wp/v2/posts",
              "slug=" + slug(post) + "&context=edit&status=publish,future,draft,pending,private");
      if (answer.status() == 400 || answer.status() == 403) {
        answer = rest.get("wp/v2/posts", "slug=" + slug(post));
      }
      if (!answer.isGood()) {
        return new Outcome.Unknown("The site answered with status " + answer.status() + ".");
      }
      for (JsonNode node : WordPressRest.json(answer)) {
        long id = node.path("id").asLong(0);
        if (id > 0) {
          return new Outcome.Sent("post:" + id, WordPressRest.string(node, "link"));
        }
      }
      return new Outcome.Refused("The post does not stand there: it did not arrive.");
    } catch (HttpFault fault) {
      return new Outcome.Unknown(String.valueOf(fault.getMessage()));
    } catch (ChannelException unreadable) {
      return new Outcome.Unknown(String.valueOf(unreadable.getMessage()));
    }
  }

  private static String body(Publication post) {
    ObjectNode body = WordPressRest.JSON.createObjectNode();
    body.put("title", escaped(post.title()));
    body.put("slug", slug(post));
    body.put("status", "publish");
    String signed = post.as().isEmpty() ? post.text() : post.text() + "\n\n" + post.as();
    body.put(
        "content",
        Arrays.stream(signed.strip().split("\n\\s*\n"))
            .map(block -> "<p>" + escaped(block).replace("\n", "<br />") + "</p>")
            .collect(Collectors.joining("\n")));
    return body.toString();
  }

  static String slug(Publication post) {
    String words =
        post.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String head = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
    String key = post.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String tail = key.substring(Math.max(0, key.length() - KEY_LETTERS));
    return (head + "-" + tail).replaceAll("^-|--+", "-").replaceAll("^-", "");
  }

  /* WordPress takes posts as HTML. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
