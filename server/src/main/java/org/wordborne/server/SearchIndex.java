package org.wordborne.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.wordborne.server.workspace.DataFolder;

/// The search index of a server that rests.
public final class SearchIndex {
  private SearchIndex() {}

  /// Throws it away; the next start builds it anew from the database. The folder is held meanwhile.
  ///
  /// @throws StartException if a server runs on the folder
  public static void throwAway(DataFolder folder) throws IOException {
    if (!Files.isDirectory(folder.index())) {
      return;
    }
    try (FolderLock _ =
            FolderLock.ifFree(folder)
                .orElseThrow(
                    () ->
                        new StartException(
                            "--rebuild-index: a server runs on "
                                + folder.root()
                                + "; stop it, and ask again"));
        Stream<Path> inside = Files.walk(folder.index())) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
