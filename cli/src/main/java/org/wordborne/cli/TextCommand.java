package org.wordborne.cli;

import picocli.CommandLine.Command;

/// What a text says: the commands of `text`. None of them starts a server.
@Command(
    name = "text",
    description = "What a text says: language, sentiment, intents, spam, entities, and why.",
    footer = {
      "  wordborne text analyze posts.jsonl",
      "  wordborne text evaluate --task sentiment labelled.tsv.gz"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      TextCommandAnalyze.class,
      TextCommandEvaluate.class,
      TextCommandTrain.class,
    })
final class TextCommand extends CommandGroup {}
