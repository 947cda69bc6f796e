package org.wordborne.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Draw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a draw again and says of each step whether it holds.
@Command(
    name = "verify",
    description = {
      "Runs a draw again and says whether it was fair.",
      "Of rule, seal, beacon and draw it says whether each holds, and prints",
      "{\"valid\",\"checks\":[{\"name\",\"holds\",\"text\"}]}; ends with 0 if all hold, else 2."
    },
    footer = "  wordborne effect draw verify oat.proof",
    mixinStandardHelpOptions = true)
final class DrawCommandVerify implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DrawProofFile proof = new DrawProofFile();

  @Option(
      names = "--chain",
      paramLabel = "FILE",
      description = "A beacon to trust besides drand quicknet; may be repeated.")
  private List<String> chains = List.of();

  @Override
  public Integer call() throws IOException {
    var trusted = new HashSet<BeaconChain>();
    trusted.add(BeaconChain.quicknet());
    for (String chain : chains) {
      trusted.add(DrawFiles.chain(chain));
    }
    var read = proof.read();
    var checks = Draw.verify(read.proof(), read.entries(), trusted);
    return EffectChecks.print(spec, checks);
  }
}
