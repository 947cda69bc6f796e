package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "add",
    description = {
      "Adds a source; prints {\"source\",\"id\",\"webhookUrl\"?,\"secret\"?}.",
      "A webhook's secret is shown this once. Without --everything a source keeps what a topic matches."
    },
    footer = {
      "  wordborne source add feed https://cafe.example/feed --everything",
      "  wordborne source add wordpress https://cafe.example --username ines --password-stdin < pw.txt",
      "  wordborne source add webhook --name Forum --answer-url https://forum.example/hooks/answers"
    },
    mixinStandardHelpOptions = true)
final class SourceAddCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "KIND", description = "feed, wordpress or webhook.")
  String kind = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "URL",
      description = "Address of the feed or the site.")
  @Nullable String address;

  @Option(names = "--username", paramLabel = "U", description = "User name there.")
  @Nullable String username;

  @Mixin Password password = new Password();

  @Option(
      names = "--answer-url",
      paramLabel = "URL",
      description = "Where answers are pushed to (webhook).")
  @Nullable String answerUrl;

  @Option(names = "--name", paramLabel = "N", description = "What the source is called.")
  @Nullable String name;

  @Option(names = "--everything", description = "Keep all, not only what a topic matches.")
  boolean everything;

  @Option(
      names = "--allow-private",
      paramLabel = "HOST:PORT",
      description =
          "A private address it may reach, where no server runs on the folder; may be repeated.")
  List<String> allowPrivate = List.of();

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("kind", kind);
    draft.put("name", name);
    draft.put("settings", settings());
    draft.put("everything", everything);
    try (ServerConnection server = connection.connect(PrivateAddresses.checked(allowPrivate))) {
      JsonNode made = server.post("/sources", draft);
      Lines.print(
          "source",
          made.path("source").path("name"),
          "id",
          made.path("source").path("id"),
          "webhookUrl",
          made.path("webhookUrl"),
          "secret",
          made.path("secret"));
    }
    return 0;
  }

  private Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    put(settings, "url", address);
    put(settings, "username", username);
    put(settings, "password", password.orNone());
    put(settings, "answerUrl", answerUrl);
    return settings;
  }

  private static void put(Map<String, String> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }
}
