package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "privacy",
    description = "What is kept of people, and what they may ask for.",
    footer = {
      "  wordborne privacy map",
      "  wordborne privacy export @ana --shown-by \"signed in there\" --to ana.zip",
      "  wordborne privacy erase @ana --shown-by \"signed in there\" --yes",
      "  wordborne privacy block ana@post.example --reason \"asked by mail\""
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      PrivacyCommand.Mapped.class,
      PrivacyCommand.Export.class,
      PrivacyCommand.Erase.class,
      PrivacyCommand.Block.class
    })
final class PrivacyCommand extends CommandGroup {
  @Command(
      name = "map",
      description = "Prints where personal data lies: JSON lines, or a table with --text.",
      footer = "  wordborne privacy map --text",
      mixinStandardHelpOptions = true)
  static final class Mapped implements Callable<Integer> {
    @Option(names = "--text", description = "As a table.")
    boolean text;

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        for (JsonNode place : server.get("/privacy/map").path("places")) {
          for (JsonNode row : place.path("rows")) {
            if (row.path("personal").asBoolean()) {
              print(place.path("place").asString(), row);
            }
          }
        }
        return 0;
      }
    }

    private void print(String place, JsonNode row) {
      if (!text) {
        System.out.println(row);
        return;
      }
      System.out.println(
          String.join(
              " | ",
              row.path("what").asString(),
              row.path("whose").asString(),
              row.path("source").asString(),
              row.path("purpose").asString(),
              row.path("basis").asString(),
              row.path("seenBy").asString(),
              row.path("kept").asString(),
              row.path("leavesTo").asString(),
              row.path("erasedBy").asString().isEmpty() ? "stays" : place,
              row.path("backupUntil").asString()));
    }
  }

  /// Who is meant: a name on a network, a person's id, or a mail address.
  static final class Whom {
    @Parameters(
        paramLabel = "HANDLE",
        description = "What they are called on their network, their id here, or their address.")
    String handle = "";

    @Option(
        names = "--mail",
        paramLabel = "ADDRESS",
        description = "An address of theirs beside their name.")
    String mail = "";

    /// As the API takes it.
    ///
    /// @throws CommandException if it is nobody, or could be several
    Map<String, Object> find(ServerConnection server) {
      var whom = new LinkedHashMap<String, Object>();
      if (!mail.isEmpty()) {
        whom.put("mail", mail);
      }
      if (handle.matches("[0-9a-f-]{36}")) {
        whom.put("person", handle);
      } else if (handle.indexOf('@') > 0) {
        whom.put("mail", handle);
      } else {
        whom.put("person", named(server));
      }
      return whom;
    }

    private String named(ServerConnection server) {
      JsonNode found = server.post("/privacy/people", Map.of("name", handle)).path("people");
      if (found.size() == 1) {
        return found.get(0).path("person").asString();
      }
      if (found.isEmpty()) {
        throw new CommandException("nobody who was heard is called " + handle);
      }
      found.forEach(
          one ->
              System.err.println(
                  "  %s  %s  %s  %s"
                      .formatted(
                          one.path("person").asString(),
                          one.path("name").asString(),
                          one.path("channel").asString(),
                          one.path("url").asString())));
      throw new CommandException(
          found.size() + " people are called " + handle + "; name one by the id above");
    }
  }

  private static JsonNode node(Object value) {
    return ServerConnection.JSON.valueToTree(value);
  }

  /// Writes a request down and returns it.
  private static JsonNode request(
      ServerConnection server, String kind, Map<String, Object> whom, String shownBy) {
    var draft = new LinkedHashMap<>(whom);
    draft.put("kind", kind);
    draft.put("shownBy", shownBy);
    return server.post("/privacy/requests", draft);
  }

  @Command(
      name = "export",
      description = "Writes a copy of all that is kept of somebody, as a zip of JSON lines.",
      footer = "  wordborne privacy export @ana --shown-by \"signed in there\" --to ana.zip",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Mixin Whom whom = new Whom();

    @Option(
        names = "--shown-by",
        required = true,
        paramLabel = "WORDS",
        description = "How they showed that it is they.")
    String shownBy = "";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The zip to write.")
    Path to = Path.of("");

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws IOException {
      if (Files.exists(to)) {
        throw new CommandException(to + " is there already; name another file");
      }
      try (ServerConnection server = connection.connect()) {
        JsonNode made = request(server, "access", whom.find(server), shownBy);
        String id = made.path("id").asString();
        try (InputStream zip =
            server.stream(
                "POST",
                "/privacy/requests/" + id + "/export",
                "application/json",
                BodyPublishers.noBody())) {
          write(zip);
        }
        JsonNode closed =
            server.post("/privacy/requests/" + id + "/close", Map.of("refused", false));
        Lines.print(
            "request",
            closed.path("id"),
            "about",
            closed.path("about"),
            "file",
            node(to.toString()));
        return 0;
      }
    }

    /* Whole or not at all, and for nobody else to read. */
    private void write(InputStream zip) throws IOException {
      Path folder = to.toAbsolutePath().getParent();
      Path part = Files.createTempFile(folder, ".personal-data", ".part");
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
          zip.transferTo(out);
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  @Command(
      name = "erase",
      description =
          "Forgets somebody, and waits until nothing is left. Without --yes it prints what is kept.",
      footer = "  wordborne privacy erase @ana --shown-by \"signed in there\" --yes",
      mixinStandardHelpOptions = true)
  static final class Erase implements Callable<Integer> {
    private static final long BREATH_MILLIS = 200;

    @Mixin Whom whom = new Whom();

    @Option(
        names = "--shown-by",
        required = true,
        paramLabel = "WORDS",
        description = "How they showed that it is they.")
    String shownBy = "";

    @Option(names = "--yes", description = "Erase.")
    boolean yes;

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws InterruptedException {
      try (ServerConnection server = connection.connect()) {
        Map<String, Object> found = whom.find(server);
        if (!yes) {
          System.out.println(server.post("/privacy/holding", found));
          return 0;
        }
        JsonNode made = request(server, "erasure", found, shownBy);
        String id = made.path("id").asString();
        server.post(
            "/privacy/requests/" + id + "/erase", Map.of("typed", made.path("about").asString()));
        JsonNode now = server.get("/privacy/requests/" + id);
        while (now.path("state").asString().equals("running")) {
          Thread.sleep(BREATH_MILLIS);
          now = server.get("/privacy/requests/" + id);
        }
        Lines.print("request", now.path("id"), "state", now.path("state"));
        return 0;
      }
    }
  }

  @Command(
      name = "block",
      description = "Puts somebody on the list of those who are not to be written to.",
      footer = "  wordborne privacy block @ana --reason \"asked by mail\"",
      mixinStandardHelpOptions = true)
  static final class Block implements Callable<Integer> {
    @Mixin Whom whom = new Whom();

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why.")
    String reason = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        Map<String, Object> draft = whom.find(server);
        draft.put("reason", reason);
        JsonNode list = server.post("/privacy/do-not-contact", draft).path("people");
        Lines.print("blocked", list.get(0).path("label"), "people", node(list.size()));
        return 0;
      }
    }
  }
}
