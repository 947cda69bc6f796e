package org.wordborne.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/* The launcher of a source checkout runs the benchmarks itself; this is where there are none. */
@Command(
    name = "bench",
    description = {
      "Runs a benchmark beside its peer, from a source checkout.",
      "As in ./wordborne bench NAME [--json]; ./wordborne bench lists the names."
    },
    footer = "  ./wordborne bench standing --json",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which benchmark.")
  List<String> words = List.of();

  @Override
  public Integer call() {
    throw new CommandException(
        "bench: runs from a source checkout only, as ./wordborne bench NAME");
  }
}
