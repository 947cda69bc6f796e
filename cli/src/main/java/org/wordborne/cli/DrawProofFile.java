package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Proof;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A proof, and the list where it is a file of its own.
final class DrawProofFile {
  @Parameters(paramLabel = "PROOF", description = "The proof, or - for standard input.")
  private String file = "-";

  @Option(
      names = "--entries",
      paramLabel = "FILE",
      description = "The list, in place of the one in the proof or beside it.")
  private String entries = "";

  /// What was read; without entries where the list is in the proof, or nowhere.
  record Read(Proof proof, @Nullable EntryList entries) {}

  String file() {
    return file;
  }

  Read read() throws IOException {
    var json = DrawFiles.json(file, DrawFiles.text(file));
    Proof proof;
    try {
      proof = DrawProofJson.proof(json);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(file + ": " + wrong.getMessage());
    }
    if (!entries.isEmpty()) {
      return new Read(proof, DrawFiles.entries(entries));
    }
    return new Read(proof, proof.list() == null ? beside(proof) : null);
  }

  /* Only a plain name: a proof from a stranger may not send us through the folders. */
  private @Nullable EntryList beside(Proof proof) throws IOException {
    var name = proof.listFile();
    if (!name.matches("[\\w][\\w .-]*")) {
      return null;
    }
    var list = Path.of(file).toAbsolutePath().resolveSibling(name);
    return Files.isReadable(list) ? DrawFiles.entries(list.toString()) : null;
  }
}
