package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Answers a word and waits for what becomes of the answer.
///
/// The key of the reply is made of the word, the text and the name: so the same command again is
/// the same reply, and sends nothing that was sent.
@Command(
    name = "reply",
    description = {
      "Answers a word on the channel on which it came, at most once.",
      "Waits for what becomes of it, and prints {\"reply\",\"state\":\"sent|refused|unknown\",\"url\",\"why\"}.",
      "The same word, text and name are the same reply, however often the command is run; a refused",
      "one is tried again."
    },
    footer =
        "  wordborne reply 01a2018f-888e-7000-97c3-194ee920b7b1 --text 'No, we stay.' --as Ines",
    exitCodeList = {
      "0:The answer stands there.",
      "2:It was refused, or its fate is unknown; or bad usage: one line on standard error says what.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class ReplyCommand implements Callable<Integer> {
  private static final int NOT_SENT = 2;

  @Parameters(paramLabel = "MENTION", description = "Id of the mention that is answered.")
  String mention = "";

  @Option(names = "--text", paramLabel = "T", required = true, description = "What to say.")
  String text = "";

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "The name that signs (default: your first name).")
  @Nullable String as;

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() {
    UUID id = mention();
    if (text.isBlank()) {
      throw new CommandException("--text: say something");
    }
    try (ServerConnection server = connection.connect()) {
      JsonNode reply = SentReply.await(server, begin(server, id));
      String state = reply.path("state").asString();
      System.out.println(ServerConnection.JSON.writeValueAsString(told(reply, state)));
      return state.equals("sent") ? 0 : NOT_SENT;
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

  private JsonNode begin(ServerConnection server, UUID id) {
    JsonNode opened = server.post("/mentions/" + id + "/conversation", Map.of());
    var request = new LinkedHashMap<String, Object>();
    request.put("text", text);
    request.put("inReplyTo", id);
    request.put("key", SentReply.key("reply", id, text, as));
    request.put("as", as);
    request.put("takeBackSeconds", 0);
    String conversation = opened.path("conversationId").asString();
    JsonNode reply = server.post("/conversations/" + conversation + "/replies", request);
    boolean failedBefore = reply.path("state").asString().equals("refused");
    return failedBefore
        ? server.post("/replies/" + reply.path("id").asString() + "/retry", Map.of())
        : reply;
  }

  /* What is still on its way after all patience is, for a script, of unknown fate. */
  private static Map<String, @Nullable Object> told(JsonNode reply, String state) {
    var told = new LinkedHashMap<String, @Nullable Object>();
    told.put("reply", reply.path("id").asString());
    told.put("state", state.equals("planned") || state.equals("sending") ? "unknown" : state);
    told.put("url", reply.path("url").isString() ? reply.path("url").asString() : null);
    told.put("why", reply.path("why").isString() ? reply.path("why").asString() : null);
    return told;
  }
}
