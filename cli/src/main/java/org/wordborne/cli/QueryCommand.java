package org.wordborne.cli;

import picocli.CommandLine.Command;

/// Which texts a question means: the commands of `query`. None of them starts a server.
@Command(
    name = "query",
    description = "Which texts a query means. The language stands in docs/query.md.",
    footer = {
      "  wordborne query check 'lantern AND (close* OR \"shut down\")'",
      "  wordborne query match --queries queries.jsonl --posts posts.jsonl"
    },
    mixinStandardHelpOptions = true,
    subcommands = {QueryCommandCheck.class, QueryCommandMatch.class})
final class QueryCommand extends CommandGroup {}
