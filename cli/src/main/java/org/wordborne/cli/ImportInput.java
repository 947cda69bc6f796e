package org.wordborne.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.feed.Feed;
import org.wordborne.channels.feed.FeedEntry;
import org.wordborne.channels.feed.FeedParser;
import org.wordborne.channels.feed.FeedPosts;
import org.wordborne.channels.feed.NotAFeedException;
import org.wordborne.server.source.CsvPosts;
import org.wordborne.server.workspace.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Lines of the import format out of a file, whatever the file is.
abstract class ImportInput implements AutoCloseable {
  private static final int SNIFFED = 4_096;
  private static final int LARGEST_FEED = 64 << 20;

  private final Counting bytes;
  private final long size;

  private ImportInput(Counting bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  /// Opens a file, or standard input for "-".
  static ImportInput open(String file, @Nullable String format, Map<String, String> mapping)
      throws IOException {
    boolean piped = file.equals("-");
    Path path = Path.of(file);
    if (!piped && !Files.isRegularFile(path)) {
      throw new CommandException(
          file + (Files.exists(path) ? ": this is no file" : ": there is no such file"));
    }
    var counted = new Counting(piped ? System.in : Files.newInputStream(path));
    var in = new BufferedInputStream(PackedInput.of(file, counted), 1 << 16);
    String kind = format == null ? kind(file, in, !mapping.isEmpty()) : format;
    long size = piped ? -1 : Files.size(path);
    try {
      return switch (kind) {
        case "jsonl" -> new JsonLines(counted, size, in);
        case "csv" -> new CsvRows(counted, size, new CsvPosts(in, mapping));
        case "json" -> new JsonArray(counted, size, in);
        case "feed" -> new FeedEntries(counted, size, feed(file, in));
        default ->
            throw new CommandException("--format " + kind + ": use jsonl, json, csv or feed");
      };
    } catch (BadInputException e) {
      throw new CommandException(file + ", line 1: " + e.getMessage());
    }
  }

  /// The next line without its end, or null behind the last.
  abstract byte @Nullable [] next() throws IOException;

  /// The number of the line that was given last.
  abstract long number();

  /// Lines so far that were no UTF-8, and were read as windows-1252.
  long foreignLines() {
    return 0;
  }

  /// Bytes read of the file as it lies there.
  long bytesRead() {
    return bytes.count;
  }

  /// Bytes of the file; -1 if unknown.
  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static String kind(String file, BufferedInputStream in, boolean mapped)
      throws IOException {
    String name = file.toLowerCase(java.util.Locale.ROOT).replaceFirst("\\.gz$", "");
    if (mapped || name.endsWith(".csv") || name.endsWith(".tsv")) {
      return "csv";
    }
    if (Set.of(".jsonl", ".ndjson").stream().anyMatch(name::endsWith)) {
      return "jsonl";
    }
    in.mark(SNIFFED);
    byte[] start = in.readNBytes(SNIFFED - 1);
    in.reset();
    String text = new String(start, StandardCharsets.UTF_8).strip();
    boolean feed =
        text.startsWith("<") || text.startsWith("\uFEFF<") || text.contains("jsonfeed.org");
    if (feed) {
      return "feed";
    }
    if (text.startsWith("[")) {
      return "json";
    }
    return text.startsWith("{") ? "jsonl" : looksLikeCsv(text);
  }

  private static String looksLikeCsv(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.contains(",") || first.contains(";") || first.contains("\t") ? "csv" : "jsonl";
  }

  private static Feed feed(String file, InputStream in) throws IOException {
    byte[] body = in.readNBytes(LARGEST_FEED + 1);
    if (body.length > LARGEST_FEED) {
      throw new CommandException(file + ": a feed of more than 64 MB is not read");
    }
    try {
      return FeedParser.parse(body, "", "");
    } catch (NotAFeedException e) {
      throw new CommandException(file + ": " + e.getMessage());
    }
  }

  private static final class JsonLines extends ImportInput {
    private static final int LONGEST = 8 << 20;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    JsonLines(Counting bytes, long size, InputStream in) {
      super(bytes, size);
      this.in = in;
    }

    @Override
    byte @Nullable [] next() throws IOException {
      var line = new java.io.ByteArrayOutputStream(512);
      boolean any = false;
      while (from < to || fill()) {
        any = true;
        int end = from;
        while (end < to && buffer[end] != '\n') {
          end++;
        }
        if (line.size() < LONGEST) {
          line.write(buffer, from, end - from);
        }
        boolean complete = end < to;
        from = complete ? end + 1 : end;
        if (complete) {
          break;
        }
      }
      number++;
      return any ? line.toByteArray() : null;
    }

    private boolean fill() throws IOException {
      from = 0;
      to = Math.max(0, in.read(buffer));
      return to > 0;
    }

    @Override
    long number() {
      return number;
    }
  }

  /// One JSON list of posts; its "lines" are its elements.
  private static final class JsonArray extends ImportInput {
    private static final ObjectReader POST =
        ServerConnection.JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser parser;
    private long number;
    private boolean broken;

    JsonArray(Counting bytes, long size, InputStream in) {
      super(bytes, size);
      parser = ServerConnection.JSON.createParser(in);
    }

    /// Behind a break in the list nothing can be told apart: the break is handed on as a bad line,
    /// and nothing behind it is read.
    @Override
    byte @Nullable [] next() {
      if (broken) {
        return null;
      }
      try {
        JsonToken token = parser.nextToken();
        token = number == 0 && token == JsonToken.START_ARRAY ? parser.nextToken() : token;
        number++;
        boolean ended = token == null || token == JsonToken.END_ARRAY;
        return ended ? null : ServerConnection.JSON.writeValueAsBytes(POST.readTree(parser));
      } catch (JacksonException e) {
        broken = true;
        return "the list breaks off".getBytes(StandardCharsets.UTF_8);
      }
    }

    @Override
    long number() {
      return number;
    }
  }

  private static final class CsvRows extends ImportInput {
    private final CsvPosts rows;

    CsvRows(Counting bytes, long size, CsvPosts rows) {
      super(bytes, size);
      this.rows = rows;
    }

    @Override
    byte @Nullable [] next() throws IOException {
      return rows.advance() ? ServerConnection.JSON.writeValueAsBytes(rows.post()) : null;
    }

    @Override
    long number() {
      return rows.line();
    }

    @Override
    long foreignLines() {
      return rows.foreignLines();
    }
  }

  private static final class FeedEntries extends ImportInput {
    private final Feed feed;
    private final Iterator<FeedEntry> entries;
    private long number;

    FeedEntries(Counting bytes, long size, Feed feed) {
      super(bytes, size);
      this.feed = feed;
      this.entries = feed.entries().iterator();
    }

    @Override
    byte @Nullable [] next() {
      if (!entries.hasNext()) {
        return null;
      }
      number++;
      var post = FeedPosts.of(feed, entries.next());
      ObjectNode line = ServerConnection.JSON.createObjectNode();
      line.put("id", post.nativeId()).put("channel", "feed").put("url", post.url());
      line.put("title", post.title()).put("text", post.text()).put("html", post.html());
      line.put("language", post.language()).put("inReplyTo", post.inReplyTo());
      line.put("threadRoot", post.threadRoot());
      if (post.published() != null) {
        line.put("published", post.published().toString());
      }
      var author = post.author();
      line.putObject("author")
          .put("id", author.id())
          .put("name", author.name())
          .put("url", author.url());
      post.links().forEach(line.putArray("links")::add);
      return ServerConnection.JSON.writeValueAsBytes(line);
    }

    @Override
    long number() {
      return number;
    }
  }

  /// Counts what is read of the file.
  private static final class Counting extends FilterInputStream {
    private volatile long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      count += Math.max(0, got);
      return got;
    }
  }
}
