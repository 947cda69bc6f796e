package org.wordborne.cli;

import picocli.CommandLine.Command;

/// How far talk goes: the commands of `spread`. None of them starts a server.
@Command(
    name = "spread",
    description = "How far a story will go, and when there is more talk than usual.",
    footer = "  wordborne spread forecast story.csv --at 10m,1h,6h",
    mixinStandardHelpOptions = true,
    subcommands = {
      SpreadCommandForecast.class,
      SpreadCommandBursts.class,
      SpreadCommandEvaluate.class,
      SpreadCommandTrain.class,
    })
final class SpreadCommand extends CommandGroup {}
