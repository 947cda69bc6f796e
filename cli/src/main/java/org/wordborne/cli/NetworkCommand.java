package org.wordborne.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// Who hears whom: the commands of `network`. None of them starts a server.
@Command(
    name = "network",
    description = "Who hears whom: whom to ask first, and how far talk gets from there.",
    mixinStandardHelpOptions = true,
    subcommands = {NetworkCommandSeeds.class, NetworkCommandSpread.class})
final class NetworkCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: seeds, spread");
  }
}
