package org.wordborne.channels.wordpress;

import java.util.Map;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.wire.HtmlText;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/*
 * Answers as threaded comments. The key travels as the comment's user agent, which only the site's
 * editors see, so that a look-up finds our comment even if the site changed its text; where we
 * may not read that, the same text under the same parent is ours.
 */
final class WordPressReplies {
  private final WordPressRest rest;

  WordPressReplies(WordPressRest rest) {
    this.rest = rest;
  }

  Outcome send(Reply reply) {
    boolean asked = false; // nothing can stand there before the comment itself was sent
    try {
      if (!isSignedIn()) {
        return new Outcome.Refused("The site refuses the user name or the password.");
      }
      long post = post(reply);
      if (post == 0) {
        return new Outcome.Refused("The comment that is answered is not there any more.");
      }
      asked = true;
      HttpAnswer answer = rest.post("wp/v2/comments", body(reply, post));
      return outcome(answer, reply);
    } catch (HttpFault fault) {
      String why = String.valueOf(fault.getMessage());
      return asked && fault.mayHaveArrived()
          ? new Outcome.Unknown(why)
          : new Outcome.Refused(why + " Nothing was sent.");
    }
  }

  /* A site that lets guests comment would take a wrong password as none, and us for a guest. */
  private boolean isSignedIn() throws HttpFault {
    return rest.get("wp/v2/users/me", "").isGood();
  }

  private Outcome outcome(HttpAnswer answer, Reply reply) throws HttpFault {
    if (answer.isGood()) {
      return sent(answer);
    }
    Map.Entry<String, String> error = WordPressRest.error(answer);
    if (error.getKey().equals("comment_duplicate")) {
      Outcome there = lookUp(reply);
      return there instanceof Outcome.Refused
          ? new Outcome.Refused("The site has this very comment already, by someone else.")
          : there;
    }
    String said = error.getValue().isEmpty() ? "" : " It says: " + error.getValue();
    return switch (answer.status()) {
      case 401 -> new Outcome.Refused("The site refuses the user name or the password." + said);
      case 403 -> new Outcome.Refused("This account may not comment there." + said);
      case 429 -> new Outcome.Refused("The site wants a pause between comments." + said);
      case 301, 302, 303, 307, 308 ->
          new Outcome.Refused("The site has another address now; change it at the source.");
      default ->
          answer.status() >= 500
              ? new Outcome.Unknown("The site answered with a fault (" + answer.status() + ").")
              : new Outcome.Refused("The site refused the comment." + said);
    };
  }

  private static Outcome sent(HttpAnswer answer) {
    try {
      JsonNode node = WordPressRest.json(answer);
      long id = node.path("id").asLong(0);
      return id > 0
          ? new Outcome.Sent("comment:" + id, WordPressRest.string(node, "link"))
          : new Outcome.Unknown("The site took the comment but did not say which it is.");
    } catch (ChannelException unreadable) {
      return new Outcome.Unknown("The site took the comment but did not say which it is.");
    }
  }

  private static String body(Reply reply, long post) {
    ObjectNode body = WordPressRest.JSON.createObjectNode();
    body.put("post", post);
    if (parent(reply) > 0) {
      body.put("parent", parent(reply));
    }
    body.put("content", escaped(reply.text()));
    body.put("author_user_agent", agent(reply));
    return body.toString();
  }

  private static String agent(Reply reply) {
    return "Wordborne reply " + reply.key();
  }

  /* WordPress takes comments as HTML. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static long parent(Reply reply) {
    return number(reply.inReplyTo(), "comment:");
  }

  private static long number(String id, String kind) {
    boolean right = id.matches(kind + "[0-9]{1,18}");
    return right ? Long.parseLong(id.substring(kind.length())) : 0;
  }

  /* The post that is commented: named by the reply, or asked of the parent. */
  private long post(Reply reply) throws HttpFault {
    long direct = number(reply.inReplyTo(), "post:");
    long root = direct > 0 ? direct : number(reply.threadRoot(), "post:");
    if (root > 0 || parent(reply) == 0) {
      return root;
    }
    HttpAnswer answer = rest.get("wp/v2/comments/" + parent(reply), "");
    try {
      return answer.isGood() ? WordPressRest.json(answer).path("post").asLong(0) : 0;
    } catch (ChannelException unreadable) {
      return 0;
    }
  }

  Outcome lookUp(Reply reply) {
    try {
      long post = post(reply);
      if (post == 0) {
        return new Outcome.Unknown("The site did not say which post the comment belongs to.");
      }
      String thread =
          "post=" + post + "&parent=" + parent(reply) + "&per_page=100&orderby=id&order=desc";
      HttpAnswer answer = rest.get("wp/v2/comments", thread + "&context=edit&status=all");
      if (answer.status() == 401 || answer.status() == 403 || answer.status() == 400) {
        answer = rest.get("wp/v2/comments", thread);
      }
      return answer.isGood()
          ? find(answer, reply)
          : new Outcome.Unknown("The site answered with status " + answer.status() + ".");
    } catch (HttpFault fault) {
      return new Outcome.Unknown(String.valueOf(fault.getMessage()));
    } catch (ChannelException unreadable) {
      return new Outcome.Unknown(String.valueOf(unreadable.getMessage()));
    }
  }

  private Outcome find(HttpAnswer answer, Reply reply) throws ChannelException {
    String wanted = oneLine(reply.text());
    for (JsonNode node : WordPressRest.json(answer)) {
      String html = WordPressRest.string(node.path("content"), "rendered");
      boolean keyed = WordPressRest.string(node, "author_user_agent").equals(agent(reply));
      boolean same =
          node.path("author").asLong(0) > 0 && oneLine(HtmlText.plain(html)).equals(wanted);
      if (keyed || same) {
        long id = node.path("id").asLong(0);
        return new Outcome.Sent("comment:" + id, WordPressRest.string(node, "link"));
      }
    }
    return new Outcome.Refused("The answer does not stand there: it did not arrive.");
  }

  /* WordPress turns straight quotes, dashes and dots into typographic ones on display. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+", " ").strip();
  }
}
