package org.wordborne.server.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder that holds everything a server keeps, and where in it what lies.
///
/// @param root the folder itself, absolute
public record DataFolder(Path root) {
  /// Makes the path absolute, so that it survives a change of directory.
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /// The embedded database's own folder.
  public Path database() {
    return root.resolve("database");
  }

  /// The search indexes, one folder for each workspace.
  public Path index() {
    return root.resolve("index");
  }

  /// Address and token of the server that runs on this folder; absent while none does.
  public Path serverJson() {
    return root.resolve("server.json");
  }

  /// The file that the living server holds locked.
  public Path lock() {
    return root.resolve("lock");
  }

  /// Passwords of the database's roles, readable by the owner of the folder alone.
  public Path secrets() {
    return root.resolve("secrets.properties");
  }

  /// Marks of who is forgotten or not to be written to, beside the database: a backup that is older
  /// than a request must not undo it.
  public Path forgotten() {
    return root.resolve("forgotten.log");
  }

  /// The key that closes secrets in the database, readable by the owner of the folder alone.
  public Path secretKey() {
    return root.resolve("secret.key");
  }

  /// There while a backup is being put into this folder: until it is done no server starts here.
  public Path restoring() {
    return root.resolve("restoring");
  }

  /// Says so while a restore into this folder is half done.
  public Optional<String> halfRestored() {
    return Files.exists(restoring())
        ? Optional.of(
            root
                + " holds a half-done restore; remove it, and restore the backup again into a new"
                + " folder")
        : Optional.empty();
  }

  /// The backups that the server makes by itself, where no other folder was named.
  public Path backups() {
    return root.resolve("backups");
  }

  /// Files that came with something else and had no better place, such as rejected lines.
  public Path leftovers() {
    return root.resolve("leftovers");
  }
}
