package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wordborne.hearing.Hearing;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.query.StandingQueries;
import org.wordborne.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks many queries of many posts.
@Command(
    name = "match",
    description = "Prints {\"post\",\"query\"} for every post that satisfies a query.",
    footer = "  wordborne query match --queries queries.jsonl --posts posts.jsonl",
    mixinStandardHelpOptions = true)
final class QueryCommandMatch implements Callable<Integer> {
  /// Fields that ask what was judged of a text, so that texts must be analyzed first.
  private static final Set<String> JUDGED = Set.of("is", "sentiment", "emotion", "lang");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "Q",
      description = "JSON Lines {\"id\",\"query\"}; - for standard input.")
  private String queries = "-";

  @Option(
      names = "--posts",
      required = true,
      paramLabel = "P",
      description = "JSON Lines of posts, as import takes them; - for standard input.")
  private String posts = "-";

  private final StandingQueries standing = new StandingQueries();
  private boolean judges;

  @Override
  public Integer call() throws IOException {
    if (queries.equals("-") && posts.equals("-")) {
      throw new CommandException("--queries and --posts cannot both be standard input");
    }
    readQueries();
    var out = spec.commandLine().getOut();
    try (var lines = TextCommandLines.open(posts)) {
      matchAll(lines, out);
    } finally {
      out.flush();
    }
    return 0;
  }

  private void readQueries() throws IOException {
    var known = new HashSet<String>();
    try (var lines = TextCommandLines.open(queries)) {
      int number = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          register(QueryCommandPosts.query(queries, number, line), number, known);
        }
      }
    }
  }

  private void register(QueryCommandPosts.Asked asked, int number, Set<String> known) {
    if (!known.add(asked.id())) {
      throw TextCommandLines.wrong(
          queries, number, "the id '" + asked.id() + "' stands on an earlier line too");
    }
    try {
      var query = Query.parse(asked.query());
      judges |= query.fields().stream().anyMatch(JUDGED::contains);
      standing.register(asked.id(), query);
    } catch (QueryException wrong) {
      throw TextCommandLines.wrong(queries, number, QueryCommandCheck.described(wrong));
    }
  }

  private void matchAll(BufferedReader lines, PrintWriter out) throws IOException {
    int number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      var post = QueryCommandPosts.post(posts, number, line);
      for (var id : standing.match(post, judged(post))) {
        out.println(QueryCommandJson.match(post.id(), id));
      }
    }
  }

  private Judgements judged(Post post) {
    if (!judges) {
      return Judgements.NONE;
    }
    var text = post.text().isBlank() ? post.title() : post.text();
    var analysis = TextAnalyzer.standard().analyze(text, post.language());
    return Hearing.judgements(analysis, "");
  }
}
