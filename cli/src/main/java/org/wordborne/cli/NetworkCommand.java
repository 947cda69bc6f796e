package org.wordborne.cli;

import picocli.CommandLine.Command;

/// Who hears whom: the commands of `network`. None of them starts a server.
@Command(
    name = "network",
    description = "Who hears whom: whom to ask first, and how far talk gets from there.",
    footer = "  wordborne network seeds graph.txt -k 50 --epsilon 0.1 --model wc",
    mixinStandardHelpOptions = true,
    subcommands = {NetworkCommandSeeds.class, NetworkCommandSpread.class})
final class NetworkCommand extends CommandGroup {}
