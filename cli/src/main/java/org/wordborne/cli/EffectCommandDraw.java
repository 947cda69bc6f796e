package org.wordborne.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// Draws: seal a list, draw from it, check a draw. The formats stand in docs/draws.md.
@Command(
    name = "draw",
    description = "Seal a list, draw from it, check a draw. The formats: docs/draws.md.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DrawCommandCommit.class,
      DrawCommandRun.class,
      DrawCommandVerify.class,
      DrawCommandInclusion.class,
      DrawCommandSelect.class
    })
final class EffectCommandDraw implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: commit, run, verify, inclusion, rfc3797");
  }
}
