package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wordborne.spread.Forecaster;
import picocli.CommandLine.Option;

/// Which weights foretell: those shipped, or those that `spread train` made of other stories.
final class SpreadWeights {
  @Option(
      names = "--weights",
      paramLabel = "F",
      description = "Weights that 'spread train' wrote (default: those shipped).")
  private Path file = Path.of("");

  /// @throws CommandException if the file is none of weights
  Forecaster forecaster() throws IOException {
    if (file.toString().isEmpty()) {
      return Forecaster.standard();
    }
    if (!Files.isRegularFile(file)) {
      throw new CommandException("--weights: no such file: " + file);
    }
    try {
      return Forecaster.of(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "--weights: " + file + ": " + e.getMessage() + "; make them by 'wordborne spread train'");
    }
  }
}
