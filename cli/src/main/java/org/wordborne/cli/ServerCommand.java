package org.wordborne.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// A command that asks a server one thing and is done.
abstract class ServerCommand implements Callable<Integer> {
  @Mixin ConnectionOptions connection = new ConnectionOptions();

  /// Refuses words that do not go together, before any server is asked.
  void check() {}

  /// Does it.
  abstract void run(ServerConnection server);

  @Override
  public Integer call() {
    check();
    try (ServerConnection server = connection.connect()) {
      run(server);
    }
    return 0;
  }

  /// The one of the list at `path` (as `/topics`, which answers with "topics") of that name or id.
  static JsonNode named(ServerConnection server, String path, String name) {
    String list = path.substring(1);
    String what = list.substring(0, list.length() - 1);
    return Lines.named(server.get(path).path(list), name, what);
  }

  /// What stands at `path`; where nothing does yet, `lack` is told.
  static JsonNode there(ServerConnection server, String path, String lack) {
    JsonNode found = server.get(path);
    if (found.isMissingNode()) {
      throw new CommandException(lack);
    }
    return found;
  }

  /// Removes it, and prints what it was.
  static void remove(ServerConnection server, String path, String name) {
    JsonNode thing = named(server, path, name);
    server.send("DELETE", path + "/" + thing.path("id").asString(), null);
    String what = path.substring(1, path.length() - 1);
    Lines.print(what, thing.path("name"), "id", thing.path("id"));
  }
}
