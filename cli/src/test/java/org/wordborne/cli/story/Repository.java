package org.wordborne.cli.story;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where this source tree begins, wherever the tests were started.
final class Repository {
  private Repository() {}

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("ui/package.json"))) {
      at = at.getParent();
      if (at == null) {
        throw new AssertionError("the stories must be run inside the source tree");
      }
    }
    return at;
  }
}
