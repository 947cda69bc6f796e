package org.wordborne.cli;

import java.util.concurrent.Callable;
import org.wordborne.effect.Draw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Selects as RFC 3797 does, for those who must draw by it.
@Command(
    name = "rfc3797",
    description = "Prints {\"selected\"}: numbers selected as RFC 3797 does, without a seal.",
    footer = "  wordborne effect draw rfc3797 --key KEY --pool 25 --select 10",
    mixinStandardHelpOptions = true)
final class DrawCommandSelect implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--key",
      required = true,
      description = "The public sources, spelled as in that paper: 9319./2.5.8.10.12./.")
  private String key = "";

  @Option(names = "--pool", required = true, description = "How many there are, 1 to 65535.")
  private int pool = 1;

  @Option(names = "--select", required = true, description = "How many are selected.")
  private int select;

  @Override
  public Integer call() {
    int[] selected;
    try {
      selected = Draw.rfc3797(key, pool, select);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException("--pool, --select: " + wrong.getMessage());
    }
    var out = spec.commandLine().getOut();
    out.println(
        EffectJson.object(
            json -> {
              json.writeArrayPropertyStart("selected");
              for (int number : selected) {
                json.writeNumber(number);
              }
              json.writeEndArray();
            }));
    out.flush();
    return 0;
  }
}
