package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wordborne.effect.Draw;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Proof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Draws from a sealed list, once the beacon has spoken.
@Command(
    name = "run",
    description = "Draws from a sealed list and prints the proof.",
    footer = {
      "  wordborne effect draw run entries.tsv --commitment oat.commitment --secret oat.secret",
      "      --signature HEX > oat.proof"
    },
    mixinStandardHelpOptions = true)
final class DrawCommandRun implements Callable<Integer> {
  private static final int SIGNATURE_BYTES = 48;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ENTRIES", description = "The list, as it was given to commit.")
  private String entries = "-";

  @Option(
      names = "--commitment",
      required = true,
      paramLabel = "FILE",
      description = "What commit printed, or its text alone.")
  private String commitment = "";

  @Option(names = "--secret", required = true, paramLabel = "FILE", description = "The secret.")
  private String secret = "";

  @Option(
      names = "--signature",
      paramLabel = "HEX",
      description = "The signature of the beacon's round.")
  private String signature = "";

  @Option(names = "--chain", paramLabel = "FILE", description = "Another beacon than quicknet.")
  private String chain = "";

  @Option(names = "--refused", description = "How many entries came after the seal.")
  private int refused;

  @Option(
      names = "--list-out",
      paramLabel = "FILE",
      description = "The list as sealed, beside the proof; needed above 10,000 entries.")
  private String listOut = "";

  @Override
  public Integer call() throws IOException {
    var sealed = DrawFiles.commitment(commitment);
    var beacon = DrawFiles.chain(chain);
    if (signature.isEmpty()) {
      throw new CommandException(
          "round %d is due at %s; give its signature by --signature"
              .formatted(sealed.round(), beacon.dueAt(sealed.round())));
    }
    byte[] signed = DrawFiles.hex("--signature", signature, SIGNATURE_BYTES);
    byte[] own = DrawFiles.secret(secret);
    var list = DrawFiles.entries(entries);
    needListFile(list);
    try {
      var drawn = Draw.run(list, sealed, beacon, signed, own);
      var name = listOut.isEmpty() ? "" : Path.of(listOut).getFileName().toString();
      var proof = Proof.of(list, sealed, beacon, signed, own, drawn, refused, name);
      if (!listOut.isEmpty()) {
        Files.write(Path.of(listOut), list.bytes());
      }
      var out = spec.commandLine().getOut();
      out.print(proof.json());
      out.flush();
      return 0;
    } catch (DrawException wrong) {
      throw new CommandException(entries + ": " + wrong.getMessage());
    }
  }

  private void needListFile(EntryList list) {
    if (list.size() > Proof.MOST_INSIDE && listOut.isEmpty()) {
      throw new CommandException(
          "%s: %d entries are too many for the proof; name a file for them by --list-out"
              .formatted(entries, list.size()));
    }
  }
}
