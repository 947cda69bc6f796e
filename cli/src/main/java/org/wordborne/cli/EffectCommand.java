package org.wordborne.cli;

import picocli.CommandLine.Command;

/// What difference it made, and draws and logs that anyone can check. None of it starts a server.
@Command(
    name = "effect",
    description = "What difference it made, and draws and logs that anyone can check.",
    footer =
        "  wordborne effect lift glad.csv --time day --value persons --treated fern --from 2026-05-04",
    mixinStandardHelpOptions = true,
    subcommands = {
      EffectCommandLift.class,
      EffectCommandHoldOut.class,
      EffectCommandPower.class,
      EffectCommandDraw.class,
      EffectCommandLog.class
    })
final class EffectCommand extends CommandGroup {}
