package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "crisis",
    description = "Rooms in which a bad word is answered; one that is open pauses what is planned.",
    footer = {
      "  wordborne crisis open Rats",
      "  wordborne crisis statement Rats --text 'There were never any rats.'",
      "  wordborne crisis send Rats --to tomasz@client.example"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      CrisisCommand.Open.class,
      CrisisCommand.Listing.class,
      CrisisCommand.Log.class,
      CrisisCommand.Statement.class,
      CrisisCommand.Send.class,
      CrisisCommand.Decide.class,
      CrisisCommand.Close.class
    })
final class CrisisCommand extends CommandGroup {
  private static final String ROOMS = "/crisis";

  /// Which room, by its id or its word; an open one before those that are closed.
  private static final class Room {
    @Parameters(index = "0", paramLabel = "ROOM", description = "Id of the room, or its word.")
    String name = "";

    String path(ServerConnection server) {
      for (JsonNode room : server.get(ROOMS).path("rooms")) {
        if (room.path("id").asString().equals(name)) {
          return ROOMS + "/" + name;
        }
      }
      String closed = null;
      for (JsonNode room : server.get(ROOMS).path("rooms")) {
        if (room.path("title").asString().equalsIgnoreCase(name)) {
          String path = ROOMS + "/" + room.path("id").asString();
          if (room.path("closedAt").isNull()) {
            return path;
          }
          closed = closed == null ? path : closed;
        }
      }
      if (closed != null) {
        return closed;
      }
      throw new CommandException("there is no crisis room '" + name + "'");
    }
  }

  private static void print(JsonNode room) {
    Lines.print(
        "room",
        room.path("id"),
        "title",
        room.path("title"),
        "tale",
        room.path("tale"),
        "openedAt",
        room.path("openedAt"),
        "by",
        room.path("openedBy"),
        "closedAt",
        room.path("closedAt"));
  }

  @Command(
      name = "open",
      description = "Opens a room for a word on the move; what is planned waits from now on.",
      footer = "  wordborne crisis open Rats",
      mixinStandardHelpOptions = true)
  static final class Open extends ServerCommand {
    @Parameters(paramLabel = "TALE", description = "The word on the move: its title or its id.")
    String tale = "";

    @Override
    void run(ServerConnection server) {
      print(server.post(ROOMS, Map.of("tale", id(server))));
    }

    private String id(ServerConnection server) {
      JsonNode tales = server.get("/tales");
      for (String list : new String[] {"moving", "quiet"}) {
        for (JsonNode row : tales.path(list)) {
          if (row.path("id").asString().equals(tale)
              || row.path("title").asString().equalsIgnoreCase(tale)) {
            return row.path("id").asString();
          }
        }
      }
      throw new CommandException("there is no word on the move '" + tale + "'");
    }
  }

  @Command(
      name = "list",
      description = "Lists the rooms, the newest first, one a line.",
      footer = "  wordborne crisis list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get(ROOMS).path("rooms").forEach(CrisisCommand::print);
    }
  }

  @Command(
      name = "log",
      description = "Prints what happened in a room, in its order, one a line.",
      footer = "  wordborne crisis log Rats",
      mixinStandardHelpOptions = true)
  static final class Log extends ServerCommand {
    @Mixin Room room = new Room();

    @Override
    void run(ServerConnection server) {
      for (JsonNode mark : server.get(room.path(server)).path("line")) {
        Lines.print(
            "at",
            mark.path("at"),
            "kind",
            mark.path("kind"),
            "by",
            mark.path("by"),
            "text",
            mark.path("text"));
      }
    }
  }

  @Command(
      name = "statement",
      description = "Writes the next version of what is said; prints {\"version\",\"sha256\"}.",
      footer = "  wordborne crisis statement Rats --text 'There were never any rats.'",
      mixinStandardHelpOptions = true)
  static final class Statement extends ServerCommand {
    @Mixin Room room = new Room();

    @Option(names = "--text", required = true, paramLabel = "T", description = "What is said.")
    String text = "";

    @Override
    void run(ServerConnection server) {
      JsonNode made = server.post(room.path(server) + "/statements", Map.of("text", text));
      JsonNode newest = made.path("statements").path(0);
      Lines.print("version", newest.path("version"), "sha256", newest.path("hash"));
    }
  }

  @Command(
      name = "send",
      description =
          "Asks the client by a link of their own; prints {\"url\",\"until\",\"mailed\"}.",
      footer = "  wordborne crisis send Rats --to tomasz@client.example",
      mixinStandardHelpOptions = true)
  static final class Send extends ServerCommand {
    @Mixin Room room = new Room();

    @Option(
        names = "--to",
        paramLabel = "ADDRESS",
        description = "Mail it there; else only the link is made.")
    @Nullable String to;

    @Override
    void run(ServerConnection server) {
      var ask = new LinkedHashMap<String, Object>();
      if (to != null) {
        ask.put("to", to);
      }
      JsonNode link = server.post(room.path(server) + "/send", ask);
      Lines.print(
          "url", link.path("url"), "until", link.path("until"), "mailed", link.path("mailed"));
    }
  }

  @Command(
      name = "decide",
      description = "Notes what was decided.",
      footer = "  wordborne crisis decide Rats --text 'Ruth speaks to the Courier.'",
      mixinStandardHelpOptions = true)
  static final class Decide extends ServerCommand {
    @Mixin Room room = new Room();

    @Option(names = "--text", required = true, paramLabel = "T", description = "What was decided.")
    String text = "";

    @Override
    void run(ServerConnection server) {
      print(server.post(room.path(server) + "/decisions", Map.of("text", text)).path("room"));
    }
  }

  @Command(
      name = "close",
      description = "Closes a room; what waits stays until a person lets it go.",
      footer = "  wordborne crisis close Rats --learnt 'Answer those who ask first.'",
      mixinStandardHelpOptions = true)
  static final class Close extends ServerCommand {
    @Mixin Room room = new Room();

    @Option(names = "--learnt", paramLabel = "T", description = "What was learnt.")
    String learnt = "";

    @Override
    void run(ServerConnection server) {
      JsonNode closed = server.post(room.path(server) + "/close", Map.of("learnt", learnt));
      Lines.print(
          "room",
          closed.path("room").path("id"),
          "closedAt",
          closed.path("room").path("closedAt"),
          "stages",
          closed.path("stages"));
    }
  }
}
