package org.wordborne.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/// What the demo remembers between runs: which source hears a place, and the secret it was given
/// (the server shows a secret only once).
final class DemoSecrets {
  private static final String COMPLETE = "complete";
  private final Path file;
  private final Properties kept = new Properties();

  DemoSecrets(Path folder) {
    file = folder.resolve("demo.properties");
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        kept.load(in);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  boolean complete() {
    return Boolean.parseBoolean(kept.getProperty(COMPLETE));
  }

  void complete(boolean is) {
    kept.setProperty(COMPLETE, Boolean.toString(is));
    write();
  }

  void keep(String place, String source, String secret) {
    kept.setProperty(place + ".source", source);
    kept.setProperty(place + ".secret", secret);
    write();
  }

  boolean has(String place) {
    return kept.containsKey(place + ".source");
  }

  String source(String place) {
    return of(place + ".source");
  }

  String secret(String place) {
    return of(place + ".secret");
  }

  private String of(String key) {
    String value = kept.getProperty(key);
    if (value == null) {
      throw new CommandException(
          file + " lacks " + key + ": begin anew with ./wordborne demo --fresh");
    }
    return value;
  }

  private void write() {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (var out = Files.newBufferedWriter(file)) {
        kept.store(out, "Sources of the demo and their secrets.");
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
