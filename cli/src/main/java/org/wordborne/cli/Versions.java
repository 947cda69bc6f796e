package org.wordborne.cli;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.wordborne.server.workspace.CrashPoint;

/// The folder in which versions of the program lie side by side: `versions/wordborne-0.1.0`, …,
/// with `current` and `previous`, links to one of them each.
///
/// Each step is one renaming: a kill at any point leaves `current` at a whole version.
final class Versions {
  private static final String NAME = "wordborne-";
  private final Path home;

  private Versions(Path home) {
    this.home = home;
  }

  /// The one in which the version at `release` lies.
  ///
  /// @throws CommandException if it lies in none
  static Versions around(Path release) {
    Path home = release.resolve("../..").normalize();
    if (!home.resolve("versions").equals(release.resolve("..").normalize())
        || !Files.isSymbolicLink(home.resolve("current"))) {
      throw new CommandException(
          release + " does not lie in versions/ beside a link current; see docs/operate.md");
    }
    return new Versions(home);
  }

  /// A version that lies there.
  record Installed(Path folder, Version version) {
    Path launcher() {
      return folder.resolve("wordborne");
    }
  }

  /// Keeps others from changing it meanwhile.
  ///
  /// @throws CommandException if somebody does already
  FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("versions/.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new CommandException(home + ": an upgrade or a way back is under way");
    }
    return channel;
  }

  /// What `current` leads to.
  Installed current() throws IOException {
    return at(home.resolve("current").toRealPath());
  }

  /// What was current before, if that still lies there.
  Optional<Installed> previous() throws IOException {
    Path link = home.resolve("previous");
    return Files.exists(link) ? Optional.of(at(link.toRealPath())) : Optional.empty();
  }

  private static Installed at(Path folder) throws IOException {
    return new Installed(folder, version(folder));
  }

  private static Version version(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("VERSION")).strip();
    try {
      return Version.parse(text);
    } catch (IllegalArgumentException none) {
      throw new CommandException(folder + ": its file VERSION holds no version");
    }
  }

  /// Lays the version of an archive beside the others, whole or not at all.
  ///
  /// @throws CommandException if it is none, or is not newer than the current one
  Installed lay(ReleaseArchive archive) throws IOException {
    Path versions = home.resolve("versions");
    Path fresh = versions.resolve(".new");
    remove(fresh);
    archive.unpack(fresh);
    CrashPoint.reach("upgrade.unpacked");
    Version version = version(fresh);
    Installed current = current();
    if (version.compareTo(current.version()) <= 0) {
      remove(fresh);
      throw new CommandException(
          "%s holds version %s, and %s runs; only a newer one is taken"
              .formatted(archive, version, current.version()));
    }
    Path place = versions.resolve(NAME + version);
    remove(place); // laid by an upgrade that went no further
    Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    CrashPoint.reach("upgrade.laid");
    return new Installed(place, version);
  }

  /// Makes `next` the current one, and the one that was the previous.
  void switchTo(Installed next) throws IOException {
    link("previous", current().folder());
    CrashPoint.reach("upgrade.switching");
    link("current", next.folder());
    CrashPoint.reach("upgrade.switched");
  }

  /// Undoes a switch: `before` is current again, and `earlier` the one before it.
  void backTo(Installed before, Optional<Installed> earlier) throws IOException {
    link("current", before.folder());
    if (earlier.isPresent()) {
      link("previous", earlier.get().folder());
    } else {
      Files.deleteIfExists(home.resolve("previous"));
    }
  }

  private void link(String name, Path folder) throws IOException {
    Path fresh = home.resolve("." + name + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, home.toRealPath().relativize(folder));
    Files.move(fresh, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
