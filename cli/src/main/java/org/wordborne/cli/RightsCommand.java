package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Leave to use people's words.
@Command(
    name = "rights",
    description = "Leave to use people's words: asked for, given, withdrawn.",
    footer = {
      "  wordborne rights ask 01a2018f-888e-7000-97c3-194ee920b7b1 --uses site --until 2027-12-31",
      "  wordborne rights list"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      RightsCommand.Ask.class,
      RightsCommand.Listing.class,
      RightsCommand.Withdraw.class,
      RightsCommand.Gallery.class
    })
final class RightsCommand extends CommandGroup {
  private static void print(JsonNode right) {
    Lines.print(
        "rights",
        right.path("id"),
        "mention",
        right.path("mention").path("id"),
        "person",
        right.path("mention").path("author").path("name"),
        "state",
        right.path("state"),
        "uses",
        right.path("uses"),
        "granted",
        right.path("granted"),
        "until",
        right.path("until"),
        "usedIn",
        right.path("usedIn"),
        "link",
        right.path("link"));
  }

  private static String checked(String what, String id) {
    if (!id.matches("[0-9a-fA-F-]{36}")) {
      throw new CommandException(what + ": '" + id + "' is no id");
    }
    return id;
  }

  @Command(
      name = "ask",
      description = {
        "Asks the author of a word whether we may use it.",
        "Prints {\"rights\",\"mention\",\"person\",\"state\",\"uses\",\"until\",\"link\"}; the link is shown once."
      },
      footer = {
        "  wordborne rights ask 01a2018f-888e-7000-97c3-194ee920b7b1 \\",
        "      --uses site,print --until 2027-12-31 --text 'May we show this?' --send"
      },
      mixinStandardHelpOptions = true)
  static final class Ask extends ServerCommand {
    @Parameters(paramLabel = "MENTION", description = "Id of the word.")
    String mention = "";

    @Option(
        names = "--uses",
        paramLabel = "U",
        split = ",",
        required = true,
        description = "Of site, posts, print, mail; divided by commas.")
    List<String> uses = List.of();

    @Option(
        names = "--until",
        paramLabel = "DATE",
        required = true,
        description = "The last day, as 2027-12-31.")
    String until = "";

    @Option(
        names = "--text",
        paramLabel = "T",
        description = "What to say in the thread; the link is put below it.")
    @Nullable String text;

    @Option(
        names = "--send",
        description = "Ask in the thread now; without it only the link is made.")
    boolean send;

    @Override
    void run(ServerConnection server) {
      var request = new LinkedHashMap<String, Object>();
      request.put("uses", uses);
      request.put("until", until);
      request.put("text", text);
      request.put("send", send);
      print(server.post("/mentions/" + checked("MENTION", mention) + "/rights", request));
    }
  }

  @Command(
      name = "list",
      description = "Lists whose words were asked for, and how it stands, one a line.",
      footer = "  wordborne rights list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get("/rights").path("rights").forEach(RightsCommand::print);
    }
  }

  @Command(
      name = "withdraw",
      description = "Stops using somebody's words; prints them as rights list does.",
      footer = "  wordborne rights withdraw 01a2018f-888e-7000-97c3-194ee920b7b1",
      mixinStandardHelpOptions = true)
  static final class Withdraw extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "Id of the leave, as rights list prints it.")
    String id = "";

    @Override
    void run(ServerConnection server) {
      print(server.post("/rights/" + checked("ID", id) + "/withdraw", Map.of()));
    }
  }

  @Command(
      name = "gallery",
      description = {
        "Publishes a gallery of words that people let us show; prints {\"gallery\",\"shown\",\"url\"}.",
        "Words whose leave does not hold now are kept in it, but not shown."
      },
      footer = "  wordborne rights gallery --title 'Your words' --words ID,ID",
      mixinStandardHelpOptions = true)
  static final class Gallery extends ServerCommand {
    @Option(names = "--title", paramLabel = "T", required = true, description = "Its headline.")
    String title = "";

    @Option(
        names = "--words",
        paramLabel = "ID",
        split = ",",
        required = true,
        description = "Ids of the leaves, as rights list prints them; divided by commas.")
    List<String> words = List.of();

    @Option(
        names = "--campaign",
        paramLabel = "C",
        description = "Name or id of the campaign whose gallery it is (default: the brand's).")
    @Nullable String campaign;

    @Override
    void run(ServerConnection server) {
      var draft = new LinkedHashMap<String, Object>();
      draft.put("title", title);
      draft.put("rights", words);
      if (campaign != null) {
        JsonNode all = server.get("/campaigns").path("campaigns");
        draft.put("campaign", Lines.named(all, campaign, "campaign").path("id").asString());
      }
      JsonNode made = server.send("PUT", "/galleries", draft);
      Lines.print(
          "gallery", made.path("title"), "shown", made.path("shown"), "url", made.path("url"));
    }
  }
}
