package org.wordborne.cli;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "link",
    description = {
      "Short links to pages of ours and to your own homes, and how often they were followed.",
      "Visits are counted by day and address, without a cookie."
    },
    footer = {"  wordborne link make https://lantern.example/menu", "  wordborne link list"},
    exitCodeList = {
      "0:Done.",
      "2:It leads elsewhere, or was not understood: one line on standard error says why.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true,
    subcommands = {LinkCommand.Make.class, LinkCommand.Listing.class})
final class LinkCommand extends CommandGroup {
  private static void print(JsonNode link) {
    Lines.print(
        "code",
        link.path("code"),
        "url",
        link.path("url"),
        "target",
        link.path("target"),
        "visits",
        link.path("visits"),
        "visitors",
        link.path("visitors"),
        "qr",
        link.path("qr"));
  }

  @Command(
      name = "make",
      description = {
        "Makes a short link.",
        "Prints {\"code\",\"url\",\"target\",\"visits\",\"visitors\",\"qr\"}. It leads to a page",
        "of ours, or to one of the homes in the settings of the brand."
      },
      footer = "  wordborne link make https://lantern.example/menu --for \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Make extends ServerCommand {
    @Parameters(paramLabel = "TARGET", description = "Where it leads.")
    String target = "";

    @Option(
        names = "--for",
        paramLabel = "C",
        description = "Name or id of the campaign it is for.")
    @Nullable String campaign;

    @Override
    void run(ServerConnection server) {
      var request = new LinkedHashMap<String, Object>();
      request.put("target", target);
      if (campaign != null) {
        request.put("about", named(server, "/campaigns", campaign).path("id").asString());
      }
      print(server.post("/links", request));
    }
  }

  @Command(
      name = "list",
      description = "Lists them, newest first, one a line, with their visits.",
      footer = "  wordborne link list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get("/links").path("links").forEach(LinkCommand::print);
    }
  }
}
