package org.wordborne.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Logs whose lines are chained and signed.
@Command(
    name = "log",
    description = "Checks a contest's log.",
    footer = "  wordborne effect log verify oat-log.json --key 5f0c…",
    mixinStandardHelpOptions = true,
    subcommands = EffectCommandLog.Verify.class)
final class EffectCommandLog extends CommandGroup {
  private static final int HASH_BYTES = 32;

  @Command(
      name = "verify",
      description = {
        "Says whether a log is what was written, all of it, and signed by whom you name.",
        "Of key, order, chain, signed and head it says whether each holds, names the first line",
        "that does not, and prints {\"valid\",\"checks\":[{\"name\",\"holds\",\"text\"}]};",
        "ends with 0 if all hold, else 2. No server is asked."
      },
      footer = "  wordborne effect log verify oat-log.json --key 5f0c… --head 9a41…",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        paramLabel = "FILE",
        description = "What `contest log NAME --file` prints, or - for standard input.")
    private String file = "-";

    @Option(
        names = "--key",
        paramLabel = "FINGERPRINT",
        description = "SHA-256 of the key, as the contest's page of rules tells it.")
    private String key = "";

    @Option(
        names = "--head",
        paramLabel = "HASH",
        description = "A last hash that you noted earlier; the log must still hold it.")
    private String head = "";

    @Override
    public Integer call() throws IOException {
      hash("--key", key);
      hash("--head", head);
      return EffectChecks.print(spec, SignedLogJson.read(file).verify(key, head));
    }

    private static void hash(String option, String text) {
      if (!text.isEmpty()) {
        DrawFiles.hex(option, text, HASH_BYTES);
      }
    }
  }
}
