package org.wordborne.server.mention;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.mention.MentionSearch.Page;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.CsvLine;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import tools.jackson.databind.json.JsonMapper;

/// All of a result as a file: JSON Lines without loss, or CSV for a spreadsheet.
@RestController
@Needs(Permission.EXPORT)
class ExportController {
  private static final int PAGE = 500;
  private static final Duration INDEXED = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "mention",
          "channel",
          "origin",
          "source",
          "url",
          "text",
          "title",
          "author",
          "author_id",
          "author_url",
          "followers",
          "published",
          "heard",
          "language",
          "in_reply_to",
          "repost_of",
          "likes",
          "reposts",
          "replies",
          "views",
          "sentiment",
          "confidence",
          "intents",
          "spam",
          "topics");

  private final MentionSearch search;
  private final ExportedPosts posts;

  ExportController(MentionSearch search, ExportedPosts posts) {
    this.search = search;
    this.posts = posts;
  }

  /// Streams the result.
  ///
  /// @param fresh wait first until all that is committed can be found
  /// @param limit at most so many; 0 for all
  @GetMapping("/api/v1/mentions/export")
  void export(
      Scope scope,
      @ParameterObject @ModelAttribute MentionAsk ask,
      @RequestParam(defaultValue = "jsonl") String format,
      @RequestParam(defaultValue = "false") boolean fresh,
      @RequestParam(defaultValue = "0") long limit,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    boolean csv = format.equals("csv");
    if (!csv && !format.equals("jsonl")) {
      throw new BadInputException("format", format, "Use jsonl or csv.");
    }
    var question = ask.question();
    var order = ask.order();
    if (fresh) {
      search.awaitFresh(scope, INDEXED);
    }
    response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"mentions." + (csv ? "csv" : "jsonl") + "\"");
    var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
    if (csv) {
      write(out, CsvLine.of(COLUMNS));
    }
    var names = posts.names(scope);
    long left = limit == 0 ? Long.MAX_VALUE : limit;
    String cursor = null;
    do {
      int size = (int) Math.min(PAGE, left);
      Page page = search.mentions(scope, question, order, cursor, size);
      for (Mention mention : page.mentions()) {
        write(out, csv ? csv(mention, names) : jsonl(mention, names));
      }
      left -= page.mentions().size();
      cursor = page.next();
    } while (cursor != null && left > 0);
    out.flush();
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String jsonl(Mention mention, IndexedForms.Names names) {
    return JSON.writeValueAsString(ExportedPosts.of(mention, names)) + "\n";
  }

  private static String csv(Mention mention, IndexedForms.Names names) {
    var author = mention.author();
    var counts = mention.engagement();
    var judged = mention.understanding();
    return CsvLine.of(
        java.util.Arrays.asList(
            mention.nativeId(),
            mention.id(),
            mention.channel(),
            mention.origin(),
            names.source(mention),
            mention.url(),
            mention.text(),
            mention.title(),
            author.name(),
            author.id(),
            author.url(),
            author.followers(),
            mention.publishedAt(),
            mention.heardAt(),
            mention.language(),
            mention.inReplyTo(),
            mention.repostOf(),
            counts.likes(),
            counts.reposts(),
            counts.replies(),
            counts.views(),
            judged.sentiment(),
            judged.confidence(),
            String.join(" ", judged.intents().keySet()),
            judged.spam(),
            String.join("; ", ExportedPosts.topics(mention, names))));
  }
}
