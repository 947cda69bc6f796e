package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Thanks whoever said a word: by a reply under it, or by a line that says what was done.
@Command(
    name = "thank",
    description = {
      "Thanks the author of a word and enters it in the ledger.",
      "Prints {\"thanks\",\"person\",\"reply\"}; thanks is the entry's number."
    },
    footer =
        "  wordborne thank 01a2018f-888e-7000-97c3-194ee920b7b1 --how private --text 'A card.'",
    mixinStandardHelpOptions = true)
final class ThankCommand implements Callable<Integer> {
  private static final int NOT_SENT = 2;

  @Parameters(paramLabel = "MENTION", description = "Id of the mention for which to thank.")
  String mention = "";

  @Option(
      names = "--how",
      paramLabel = "in-thread|private|gift",
      required = true,
      description = "How they are, or were, thanked.")
  String how = "";

  @Option(
      names = "--text",
      paramLabel = "T",
      description = "What to say; without --send a note of what was done.")
  String text = "";

  @Option(
      names = "--send",
      description = "Say it in the thread now; without it only what was done is entered.")
  boolean send;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "The name that signs (default: your first name).")
  @Nullable String as;

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() {
    UUID id = mention();
    try (ServerConnection server = connection.connect()) {
      String person = author(server, id);
      JsonNode done = server.post("/people/" + person + "/thanks", request(id));
      JsonNode reply = done.path("reply");
      if (reply.isObject()) {
        reply = SentReply.await(server, again(server, reply));
      }
      JsonNode entry = reply.isObject() ? entry(server, reply) : done.path("thanks");
      Lines.print(
          "thanks",
          entry.path("number"),
          "person",
          ServerConnection.JSON.valueToTree(person),
          "reply",
          reply.path("id"),
          "state",
          reply.path("state"),
          "url",
          reply.path("url"),
          "why",
          reply.path("why"));
      return reply.isObject() && !reply.path("state").asString().equals("sent") ? NOT_SENT : 0;
    }
  }

  private UUID mention() {
    try {
      return UUID.fromString(mention);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(
          "MENTION: '" + mention + "' is no id of a mention; search prints them as \"mention\"");
    }
  }

  private static String author(ServerConnection server, UUID id) {
    JsonNode person = server.get("/mentions/" + id).path("author").path("personId");
    if (!person.isString()) {
      throw new CommandException("mention " + id + ": nobody is known to have said it");
    }
    return person.asString();
  }

  private LinkedHashMap<String, Object> request(UUID id) {
    var request = new LinkedHashMap<String, Object>();
    request.put("mentionId", id);
    request.put("how", how);
    request.put("text", text);
    request.put("send", send);
    request.put("key", SentReply.key("thank", id, text, as));
    request.put("as", as);
    request.put("takeBackSeconds", 0);
    return request;
  }

  private static JsonNode again(ServerConnection server, JsonNode reply) {
    boolean failedBefore = reply.path("state").asString().equals("refused");
    return failedBefore
        ? server.send("POST", "/replies/" + reply.path("id").asString() + "/retry", null)
        : reply;
  }

  private static JsonNode entry(ServerConnection server, JsonNode reply) {
    for (JsonNode line : server.get("/people/thanks?limit=100").path("thanks")) {
      if (line.path("replyId").asString("").equals(reply.path("id").asString())) {
        return line;
      }
    }
    return ServerConnection.JSON.createObjectNode();
  }
}
