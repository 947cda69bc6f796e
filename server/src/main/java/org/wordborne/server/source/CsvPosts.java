package org.wordborne.server.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wordborne.server.workspace.BadInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a CSV file as posts of the import format.
///
/// A field takes the column that the mapping names; without one, the column of its own name. A
/// row without an id gets one from its content, so that repeating the file doubles nothing.
public final class CsvPosts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, List<String>> NAMES = names();
  private static final Set<String> NUMBERS =
      Set.of(
          "author.followers",
          "engagement.likes",
          "engagement.reposts",
          "engagement.replies",
          "engagement.views");

  private final CsvReader rows;
  private final Map<String, Integer> columns;
  private List<String> row = List.of();

  /// Reads the header.
  ///
  /// @param mapping field to column name; fields are those of the import format, with a dot
  ///     inside author and engagement; may be empty
  /// @throws BadInputException if a column or a field is not there
  public CsvPosts(InputStream in, Map<String, String> mapping) throws IOException {
    rows = new CsvReader(in);
    List<String> header = rows.next();
    if (header == null) {
      throw new BadInputException("file", null, "The CSV is empty; its first line names columns.");
    }
    columns = columns(header, mapping);
    if (!columns.containsKey("text")) {
      throw new BadInputException(
          "mapping",
          String.join(",", header),
          "Say which column is the text, as in text=" + header.getFirst() + ".");
    }
  }

  /// Goes to the next row; false behind the last.
  public boolean advance() throws IOException {
    List<String> next = rows.next();
    while (next != null && next.stream().allMatch(String::isBlank)) {
      next = rows.next();
    }
    row = next == null ? List.of() : next;
    return next != null;
  }

  /// The line on which the row begins; the header's is 1.
  public long line() {
    return rows.line();
  }

  /// Lines so far that were no UTF-8, and were read as windows-1252.
  public long foreignLines() {
    return rows.foreignLines();
  }

  /// The row as a post.
  public ObjectNode post() {
    ObjectNode post = JSON.createObjectNode();
    columns.forEach(
        (field, column) -> put(post, field, column < row.size() ? row.get(column) : ""));
    if (!post.has("id")) {
      byte[] content = String.join("\u0000", row).getBytes(StandardCharsets.UTF_8);
      post.put("id", UUID.nameUUIDFromBytes(content).toString());
    }
    return post;
  }

  private static void put(ObjectNode post, String field, String value) {
    if (value.isBlank()) {
      return;
    }
    int dot = field.indexOf('.');
    ObjectNode in = dot < 0 ? post : post.withObject(field.substring(0, dot));
    String name = field.substring(dot + 1);
    if (NUMBERS.contains(field)) {
      in.put(name, number(value));
    } else if (field.equals("links")) {
      for (String link : value.strip().split("\\s+")) {
        in.withArray(name).add(link);
      }
    } else {
      in.put(name, field.equals("text") ? value : value.strip());
    }
  }

  private static long number(String value) {
    try {
      return Math.round(Double.parseDouble(value.strip().replace(",", "")));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Map<String, Integer> columns(List<String> header, Map<String, String> mapping) {
    var plain = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    var columns = new LinkedHashMap<String, Integer>();
    mapping.forEach(
        (field, column) -> {
          int index = plain.indexOf(column.strip().toLowerCase(Locale.ROOT));
          if (!NAMES.containsKey(field)) {
            throw new BadInputException(
                "mapping",
                field,
                "There is no such field; use " + String.join(", ", NAMES.keySet()) + ".");
          }
          if (index < 0) {
            throw new BadInputException(
                "mapping",
                column,
                "There is no such column; there are " + String.join(", ", header) + ".");
          }
          columns.put(field, index);
        });
    NAMES.forEach(
        (field, names) ->
            names.stream()
                .map(plain::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .ifPresent(index -> columns.putIfAbsent(field, index)));
    return columns;
  }

  /// Fields, and the column names under which they are known by themselves.
  private static Map<String, List<String>> names() {
    var names = new LinkedHashMap<String, List<String>>();
    for (String field :
        List.of(
            "id",
            "channel",
            "origin",
            "url",
            "text",
            "title",
            "published",
            "language",
            "html",
            "links")) {
      names.put(field, List.of(field));
    }
    names.put("author.id", List.of("author.id", "author_id", "authorid"));
    names.put("author.name", List.of("author.name", "author_name", "author"));
    names.put("author.url", List.of("author.url", "author_url"));
    names.put("author.followers", List.of("author.followers", "author_followers", "followers"));
    names.put("inReplyTo", List.of("inreplyto", "in_reply_to"));
    names.put("repostOf", List.of("repostof", "repost_of"));
    for (String count : List.of("likes", "reposts", "replies", "views")) {
      names.put(
          "engagement." + count, List.of("engagement." + count, "engagement_" + count, count));
    }
    return names;
  }
}
