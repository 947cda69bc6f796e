package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// The mentions of a query, spam and hidden ones included, as commands print them.
final class MentionExport implements Export {
  private static final int TEXT_WIDTH = 80;
  private static final int NAME_WIDTH = 20;

  private final ServerConnection server;
  private final String filter;
  private final long limit;

  MentionExport(ServerConnection server, String query, long limit) {
    this.server = server;
    String asked =
        query.isBlank() ? "" : "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    this.filter = "spam=include&hidden=include" + asked;
    this.limit = limit;
  }

  @Override
  public void count() {
    JsonNode found = server.get("/mentions?limit=0&fresh=true&" + filter);
    Lines.print("count", found.path("total"));
  }

  @Override
  public void print(String format) throws IOException {
    switch (format) {
      case "jsonl", "csv" -> {
        try (InputStream in = export(format)) {
          in.transferTo(System.out);
          System.out.flush();
        }
      }
      case "table" -> printTable();
      default -> throw new CommandException("--format " + format + ": use jsonl, csv or table");
    }
  }

  private InputStream export(String format) {
    return server.stream(
        "/mentions/export?fresh=true&format=" + format + "&limit=" + limit + "&" + filter);
  }

  private void printTable() throws IOException {
    try (var in =
        new BufferedReader(new InputStreamReader(export("jsonl"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode post = ServerConnection.JSON.readTree(line);
        String at = post.path("published").asString(post.path("heard").asString(""));
        String mood = post.path("understanding").path("sentiment").path("label").asString("");
        System.out.printf(
            "%-16.16s  %s  %-8s  %s%n",
            at.replace('T', ' '),
            cut(post.path("author").path("name").asString(""), NAME_WIDTH),
            mood,
            cut(post.path("text").asString(""), TEXT_WIDTH).strip());
      }
    }
    System.out.flush();
  }

  /// One line of a width; what does not fit ends in an ellipsis. Signs that a terminal would obey
  /// are left out.
  private static String cut(String text, int width) {
    String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    int length = line.codePointCount(0, line.length());
    return length > width
        ? line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…"
        : line + " ".repeat(width - length);
  }
}
