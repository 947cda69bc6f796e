package org.wordborne.cli;

import picocli.CommandLine.Command;

/// Draws: seal a list, draw from it, check a draw. The formats stand in docs/draws.md.
@Command(
    name = "draw",
    description = {"Seals a list, draws from it, checks a draw.", "The formats: docs/draws.md."},
    footer = "  wordborne effect draw verify oat.proof",
    mixinStandardHelpOptions = true,
    subcommands = {
      DrawCommandCommit.class,
      DrawCommandRun.class,
      DrawCommandVerify.class,
      DrawCommandInclusion.class,
      DrawCommandSelect.class
    })
final class EffectCommandDraw extends CommandGroup {}
