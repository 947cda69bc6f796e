package org.wordborne.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.wordborne.server.workspace.DataFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `server.json` of a data folder: where its living server answers and a token for it, readable
/// by the owner of the folder alone.
///
/// @param url address of the server
/// @param token a token with all rights that ends with the server
/// @param pid the server's process
public record ServerFile(String url, String token, long pid) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Reads it; empty if no server wrote one or it is not whole.
  public static Optional<ServerFile> read(DataFolder folder) {
    try {
      return Optional.of(JSON.readValue(Files.readString(folder.serverJson()), ServerFile.class));
    } catch (IOException | JacksonException absent) {
      return Optional.empty();
    }
  }

  void write(DataFolder folder) throws IOException {
    Path fresh = folder.serverJson().resolveSibling("server.json.new");
    Files.deleteIfExists(fresh);
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(fresh, onlyOwner);
    Files.writeString(fresh, JSON.writeValueAsString(this));
    Files.move(fresh, folder.serverJson(), StandardCopyOption.ATOMIC_MOVE);
  }

  static void remove(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.serverJson());
    } catch (IOException harmless) {
      // A reader finds nobody at the address and says so.
    }
  }
}
