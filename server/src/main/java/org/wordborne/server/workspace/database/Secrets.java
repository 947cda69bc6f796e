package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The passwords of the database's roles, made once by chance and kept in a file of the data
/// folder that only its owner may read.
final class Secrets {
  private static final int BYTES = 24;
  private final Path file;
  private final Properties kept = new Properties();

  Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read " + file, unreadable);
      }
    }
  }

  /// The password of that name; made, and on disk before this returns, if there was none.
  String password(String name) {
    String known = kept.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] chance = new byte[BYTES];
    new SecureRandom().nextBytes(chance);
    kept.setProperty(name, HexFormat.of().formatHex(chance));
    write();
    return kept.getProperty(name);
  }

  boolean knows(String name) {
    return kept.containsKey(name);
  }

  /// A text kept in a file of mode 600 that is there whole or not at all.
  static void writePrivately(Path file, String text) throws IOException {
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, onlyOwner);
    Files.writeString(fresh, text);
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void write() {
    var text = new StringBuilder("# Passwords of the database's roles. Keep with the folder.\n");
    kept.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> text.append(name).append('=').append(kept.getProperty(name)).append('\n'));
    try {
      writePrivately(file, text.toString());
    } catch (IOException full) {
      throw new UncheckedIOException("cannot write " + file, full);
    }
  }
}
