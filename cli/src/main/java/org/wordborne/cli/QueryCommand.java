package org.wordborne.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// Which texts a question means: the commands of `query`. None of them starts a server.
@Command(
    name = "query",
    description = "Which texts a query means. The language stands in docs/query.md.",
    mixinStandardHelpOptions = true,
    subcommands = {QueryCommandCheck.class, QueryCommandMatch.class})
final class QueryCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: check, match");
  }
}
