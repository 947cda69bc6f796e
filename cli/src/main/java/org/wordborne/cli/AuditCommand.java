package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "audit",
    description = "Who did what, with before and after.",
    footer = {
      "  wordborne audit list --deed topics --limit 20",
      "  wordborne audit export --from 2026-11-01T00:00:00Z --format csv > november.csv",
      "  wordborne audit verify"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditCommand.Listing.class,
      AuditCommand.Exporting.class,
      AuditCommand.Verify.class
    })
final class AuditCommand extends CommandGroup {
  /// Which acts.
  static final class Wanted {
    @Option(names = "--who", paramLabel = "ID", description = "Of the member with that id.")
    @Nullable String who;

    @Option(
        names = "--deed",
        paramLabel = "NAME",
        description = "An operation of the API as topics.create, or all of topics.")
    @Nullable String deed;

    @Option(
        names = "--about",
        paramLabel = "ID",
        description = "Done to the thing with that id, or changing it.")
    @Nullable String about;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before that time, in UTC.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before that time, in UTC.")
    @Nullable String to;

    @Option(names = "--words", paramLabel = "TEXT", description = "With this in what was changed.")
    @Nullable String words;

    String query() {
      Map<String, @Nullable String> given = new LinkedHashMap<>();
      given.put("who", who);
      given.put("deed", deed);
      given.put("about", about);
      given.put("from", from);
      given.put("to", to);
      given.put("q", words);
      return given.entrySet().stream()
          .filter(one -> one.getValue() != null)
          .map(one -> "&" + one.getKey() + "=" + encoded(String.valueOf(one.getValue())))
          .collect(Collectors.joining());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  @Command(
      name = "list",
      description = {
        "Prints acts, newest first, one a line.",
        "{\"number\",\"act\",\"at\",\"person\",\"name\",\"role\",\"way\",\"deed\",\"refused\",",
        " \"about\",\"label\",\"changes\",\"facts\"}."
      },
      footer = "  wordborne audit list --words Lantern",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    private static final int PAGE = 200;

    @ArgGroup(exclusive = false)
    Wanted wanted = new Wanted();

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "50",
        description = "At most so many (default: ${DEFAULT-VALUE}).")
    int limit;

    @Override
    void check() {
      if (limit < 1) {
        throw new CommandException("--limit " + limit + ": use 1 or more");
      }
    }

    @Override
    void run(ServerConnection server) {
      String cursor = "";
      for (int left = limit; left > 0; left -= PAGE) {
        String path = "/audit?limit=" + Math.min(left, PAGE) + wanted.query() + cursor;
        JsonNode page = server.get(path);
        page.path("lines").forEach(System.out::println);
        String next = page.path("next").asString("");
        if (next.isEmpty()) {
          return;
        }
        cursor = "&cursor=" + next;
      }
    }
  }

  @Command(
      name = "export",
      description = {
        "Prints all acts with what each changed.",
        "JSON Lines lose nothing; CSV has a line for each field."
      },
      footer = "  wordborne audit export --deed session > sign-ins.jsonl",
      mixinStandardHelpOptions = true)
  static final class Exporting extends ServerCommand {
    @ArgGroup(exclusive = false)
    Wanted wanted = new Wanted();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "jsonl",
        description = "jsonl or csv (default: ${DEFAULT-VALUE}).")
    String format = "jsonl";

    @Override
    void check() {
      if (!format.equals("jsonl") && !format.equals("csv")) {
        throw new CommandException("--format " + format + ": use jsonl or csv");
      }
    }

    @Override
    void run(ServerConnection server) {
      try (InputStream file = server.stream("/audit/export?format=" + format + wanted.query())) {
        file.transferTo(System.out);
        System.out.flush();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  @Command(
      name = "verify",
      description = {
        "Reads the whole book and prints {\"lines\",\"holds\",\"broken\",\"why\"}.",
        "Ends with 2 if a line was changed, taken out or put in by anybody but the server."
      },
      footer = "  wordborne audit verify",
      mixinStandardHelpOptions = true)
  static final class Verify extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      JsonNode verdict = server.get("/audit/check");
      System.out.println(verdict);
      if (!verdict.path("holds").asBoolean()) {
        throw new CommandException(
            "line "
                + verdict.path("broken").asLong()
                + " of the audit does not hold: "
                + verdict.path("why").asString(""));
      }
    }
  }
}
