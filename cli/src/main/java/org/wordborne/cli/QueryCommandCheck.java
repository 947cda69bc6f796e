package org.wordborne.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says how a query is understood, or where it is wrong.
@Command(
    name = "check",
    description = {
      "Says how a query is understood, or where it is wrong.",
      "Prints {\"normal\"}, the query in canonical form, or {\"error\",\"start\",\"end\",\"hint\"} with positions",
      "in code points, and ends with 0 or 2."
    },
    footer = {
      "  wordborne query check 'lantern AND (close* OR \"shut down\")'",
      "  wordborne query check - < query.txt"
    },
    exitCodeList = {
      "0:The query is right.",
      "2:It is wrong, and standard output says where; or bad usage.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class QueryCommandCheck implements Callable<Integer> {
  private static final int LONGEST = 1_000_000;

  private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "The query, or - to read it.")
  private List<String> words = List.of();

  /// Takes the place among the commands. A query may begin with a minus, so what is no option of
  /// ours belongs to it.
  @Spec
  void setSpec(CommandSpec spec) {
    this.spec = spec;
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    var text = String.join(" ", words);
    if (text.equals("-")) {
      text = new String(System.in.readNBytes(LONGEST), StandardCharsets.UTF_8).stripTrailing();
    }
    var out = spec.commandLine().getOut();
    try {
      out.println(QueryCommandJson.normal(Query.parse(text).normal()));
      out.flush();
      return 0;
    } catch (QueryException wrong) {
      out.println(QueryCommandJson.error(wrong));
      out.flush();
      throw new CommandException(described(wrong));
    }
  }

  /// Returns an error as one line: what, where, and what may mend it.
  static String described(QueryException wrong) {
    var where = " At character " + (wrong.start() + 1) + ".";
    return wrong.reason() + where + (wrong.hint().isEmpty() ? "" : " " + wrong.hint());
  }
}
