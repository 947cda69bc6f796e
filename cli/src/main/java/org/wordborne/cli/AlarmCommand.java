package org.wordborne.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "alarm",
    description = "Alarms, and who has them.",
    footer = {
      "  wordborne alarm list --open",
      "  wordborne alarm acknowledge 01a2018f-c3c1-7000-9196-747b6c0bcec0"
    },
    mixinStandardHelpOptions = true,
    subcommands = {AlarmCommand.Listing.class, AlarmCommand.Acknowledge.class})
final class AlarmCommand extends CommandGroup {
  @Command(
      name = "list",
      description = "Lists the alarms, newest first, one a line.",
      footer = "  wordborne alarm list --open",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Option(names = "--open", description = "Only those that nobody has yet.")
    boolean open;

    @Override
    void run(ServerConnection server) {
      for (JsonNode alarm : server.get("/alarms?state=" + (open ? "open" : "all")).path("alarms")) {
        Lines.print(
            "id",
            alarm.path("id"),
            "title",
            alarm.path("title"),
            "cause",
            alarm.path("cause"),
            "first",
            alarm.path("first").path("id"),
            "raisedAt",
            alarm.path("raisedAt"),
            "state",
            alarm.path("state"),
            "by",
            alarm.path("acknowledgedBy"),
            "tale",
            alarm.path("tale"));
      }
    }
  }

  @Command(
      name = "acknowledge",
      description =
          "Says that you have it: nobody else is woken. Prints {\"id\",\"state\",\"by\"}.",
      footer = "  wordborne alarm acknowledge 01a2018f-c3c1-7000-9196-747b6c0bcec0",
      mixinStandardHelpOptions = true)
  static final class Acknowledge implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id of the alarm.")
    String id = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      if (!id.matches("[0-9a-fA-F-]{36}")) {
        throw new CommandException("'" + id + "' is no id of an alarm");
      }
      try (ServerConnection server = connection.connect()) {
        JsonNode alarm = server.post("/alarms/" + id + "/acknowledge", Map.of());
        Lines.print(
            "id",
            alarm.path("id"),
            "state",
            alarm.path("state"),
            "by",
            alarm.path("acknowledgedBy"));
      }
      return 0;
    }
  }
}
