package org.wordborne.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.wordborne.server.workspace.CsvLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The people who spoke, those who spoke last first, as commands print them.
final class PeopleExport implements Export {
  private static final List<String> COLUMNS =
      List.of("id", "name", "handles", "words", "lastAt", "hear", "answeredByUs");

  private final ServerConnection server;
  private final String filter;

  PeopleExport(ServerConnection server, String query) {
    this.server = server;
    this.filter =
        "/people?sort=recent&limit=100&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Override
  public void count() {
    Lines.print("count", server.get(filter).path("total"));
  }

  @Override
  public void print(String format) {
    switch (format) {
      case "jsonl" -> each(PeopleExport::printJson);
      case "csv" -> {
        System.out.print(CsvLine.of(COLUMNS));
        each(person -> System.out.print(csv(person)));
      }
      default -> throw new CommandException("--format " + format + ": use jsonl or csv");
    }
    System.out.flush();
  }

  private void each(Consumer<JsonNode> print) {
    String next = "";
    do {
      JsonNode page = server.get(filter + next);
      page.path("people").forEach(print);
      String cursor = page.path("next").asString("");
      next = cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
  }

  /* What the pages make of the numbers, in the reader's language, is no part of them. */
  private static void printJson(JsonNode person) {
    ((ObjectNode) person).remove("sentence");
    System.out.println(person);
  }

  private static String csv(JsonNode person) {
    String handles =
        StreamSupport.stream(person.path("handles").spliterator(), false)
            .map(
                handle ->
                    handle.path("channel").asString("") + ":" + handle.path("name").asString(""))
            .collect(Collectors.joining(" "));
    return CsvLine.of(
        List.of(
            person.path("id").asString(""),
            person.path("name").asString(""),
            handles,
            person.path("words").asLong(),
            person.path("lastAt").asString(""),
            person.path("hear").asLong(),
            person.path("answeredByUs").asLong()));
  }
}
