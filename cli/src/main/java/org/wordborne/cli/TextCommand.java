package org.wordborne.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// What a text says: the commands of `text`. None of them starts a server.
@Command(
    name = "text",
    description = "What a text says: language, sentiment, intents, spam, entities, and why.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TextCommandAnalyze.class,
      TextCommandEvaluate.class,
      TextCommandTrain.class,
    })
final class TextCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: analyze, evaluate, train");
  }
}
