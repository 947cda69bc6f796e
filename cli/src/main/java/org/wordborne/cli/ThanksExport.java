package org.wordborne.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.wordborne.server.workspace.CsvLine;
import tools.jackson.databind.JsonNode;

/// The ledger of thanks, its end first, as commands print it.
final class ThanksExport implements Export {
  private static final List<String> COLUMNS =
      List.of(
          "number", "id", "person", "name", "mention", "how", "text", "by", "at", "reply", "url");

  private final ServerConnection server;

  ThanksExport(ServerConnection server) {
    this.server = server;
  }

  /* They are numbered without a gap. */
  @Override
  public void count() {
    JsonNode newest = server.get("/people/thanks?limit=1").path("thanks").path(0).path("number");
    Lines.print("count", ServerConnection.JSON.valueToTree(newest.asLong(0)));
  }

  @Override
  public void print(String format) {
    switch (format) {
      case "jsonl" -> each(ThanksExport::json);
      case "csv" -> {
        System.out.print(CsvLine.of(COLUMNS));
        each(line -> System.out.print(csv(line)));
      }
      default -> throw new CommandException("--format " + format + ": use jsonl or csv");
    }
    System.out.flush();
  }

  private void each(Consumer<JsonNode> print) {
    String next = "";
    do {
      JsonNode page = server.get("/people/thanks?limit=100" + next);
      page.path("thanks").forEach(print);
      String cursor = page.path("next").asString("");
      next = cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
  }

  private static void json(JsonNode line) {
    Lines.print(
        "number",
        line.path("number"),
        "id",
        line.path("id"),
        "person",
        line.path("person").path("id"),
        "name",
        line.path("person").path("name"),
        "mention",
        line.path("mention").path("id"),
        "how",
        line.path("how"),
        "text",
        line.path("text"),
        "by",
        line.path("by"),
        "at",
        line.path("at"),
        "reply",
        line.path("replyId"),
        "url",
        line.path("url"));
  }

  private static String csv(JsonNode line) {
    return CsvLine.of(
        List.of(
            line.path("number").asLong(),
            line.path("id").asString(""),
            line.path("person").path("id").asString(""),
            line.path("person").path("name").asString(""),
            line.path("mention").path("id").asString(""),
            line.path("how").asString(""),
            line.path("text").asString(""),
            line.path("by").asString(""),
            line.path("at").asString(""),
            line.path("replyId").asString(""),
            line.path("url").asString("")));
  }
}
