package org.wordborne.cli;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows that an entry was in a sealed list.
@Command(
    name = "inclusion",
    description = {
      "Shows that an entry stood in the sealed list.",
      "Prints {\"code\",\"number\",\"entries\",\"line\",\"path\",\"root\"}: the hashes that lead",
      "from an entry to the root that was sealed, nearest first."
    },
    footer = "  wordborne effect draw inclusion oat.proof --code 0K3M5P7R9T",
    mixinStandardHelpOptions = true)
final class DrawCommandInclusion implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DrawProofFile proof = new DrawProofFile();

  @Option(names = "--code", required = true, paramLabel = "C", description = "Code of the entry.")
  private String code = "";

  @Override
  public Integer call() throws IOException {
    var list = list();
    int number = list.number(code.replace("-", ""));
    if (number == 0) {
      throw new CommandException("%s: no entry has the code '%s'".formatted(proof.file(), code));
    }
    var hex = HexFormat.of();
    var path = list.inclusion(number).stream().map(hex::formatHex).toList();
    var out = spec.commandLine().getOut();
    out.println(
        EffectJson.object(
            json -> {
              json.writeStringProperty("code", list.code(number));
              json.writeNumberProperty("number", number);
              json.writeNumberProperty("entries", list.size());
              json.writeStringProperty("line", list.line(number));
              EffectJson.strings(json, "path", path);
              json.writeStringProperty("root", hex.formatHex(list.root()));
            }));
    out.flush();
    return 0;
  }

  private EntryList list() throws IOException {
    var read = proof.read();
    var entries = read.entries();
    if (entries != null) {
      return entries;
    }
    var lines = read.proof().list();
    if (lines == null) {
      throw new CommandException(
          proof.file() + ": its list is the file " + read.proof().listFile() + "; give --entries");
    }
    try {
      return EntryList.read(lines);
    } catch (DrawException wrong) {
      throw DrawFiles.wrong(proof.file() + ", list", wrong);
    }
  }
}
