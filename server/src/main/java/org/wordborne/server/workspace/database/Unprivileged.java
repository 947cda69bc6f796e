package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs PostgreSQL's programs as somebody whom PostgreSQL accepts: it refuses to run as root.
///
/// An ordinary user runs them as they are. Root, and a user without a name, runs them in a user
/// namespace of their own, where the same files are still the owner's but no right of root is
/// left; where the system has no such namespaces, as the user `nobody`, to whom the database's
/// folder is then given.
final class Unprivileged {
  private static final List<String> NAMESPACE = List.of("unshare", "-U", "--");
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

  /// What Java calls a user that the system has no name for.
  private static final String NAMELESS = "?";

  private final List<String> prefix;

  private Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  /// Finds the way that works on this machine.
  static Unprivileged find() {
    String user = System.getProperty("user.name");
    if (!user.equals("root") && !user.equals(NAMELESS)) {
      return new Unprivileged(List.of());
    }
    if (works(NAMESPACE, "true")) {
      return new Unprivileged(NAMESPACE);
    }
    if (user.equals(NAMELESS)) {
      throw new DatabaseException(
          "PostgreSQL needs a user with a name, and this one has none in /etc/passwd;"
              + " give it one, or give --database-url");
    }
    if (works(NOBODY, "true")) {
      return new Unprivileged(NOBODY);
    }
    throw new DatabaseException(
        "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here;"
            + " start wordborne as an ordinary user, or give --database-url");
  }

  /// Where the programs should lie so that their user may enter.
  Path shelf(Path usual) {
    return isNobody() ? Path.of("/var/cache/wordborne") : usual;
  }

  /// Sees to it that the user who will run the database may write in `folder`.
  void give(Path folder) throws IOException {
    if (!isNobody()) {
      return;
    }
    var nobody =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534");
    Files.setOwner(folder, nobody);
    if (!works(NOBODY, "test", "-w", folder.toString())) {
      throw new DatabaseException(
          "PostgreSQL does not run as root, and the user nobody may not enter "
              + folder
              + "; start wordborne as an ordinary user, or give --data below /var/lib");
    }
  }

  List<String> command(List<String> program) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(program);
    return whole;
  }

  private boolean isNobody() {
    return prefix.equals(NOBODY);
  }

  private static boolean works(List<String> prefix, String... program) {
    var command = new ArrayList<>(prefix);
    command.addAll(List.of(program));
    @Nullable Process process = null;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
