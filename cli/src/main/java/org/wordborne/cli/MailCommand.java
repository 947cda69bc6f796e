package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "mail",
    description = "How mail leaves.",
    footer = {
      "  wordborne mail set --smtp mail.example:587 --from lantern@mail.example",
      "  wordborne mail test ruth@cafe.example"
    },
    mixinStandardHelpOptions = true,
    subcommands = {MailCommand.Setting.class, MailCommand.Test.class})
final class MailCommand extends CommandGroup {
  @Command(
      name = "set",
      description = "Says how mail leaves; prints it without the password.",
      footer = "  wordborne mail set --smtp mail.example:587 --from lantern@mail.example",
      mixinStandardHelpOptions = true)
  static final class Setting implements Callable<Integer> {
    @Option(
        names = "--smtp",
        required = true,
        paramLabel = "HOST:PORT",
        description = "The mail host.")
    String smtp = "";

    @Option(
        names = "--tls",
        paramLabel = "MODE",
        defaultValue = "starttls",
        description = "none, starttls (usual) or tls.")
    String tls = "starttls";

    @Option(names = "--username", paramLabel = "U", description = "Where the host asks for one.")
    String username = "";

    @Mixin Password password = new Password();

    @Option(
        names = "--from",
        required = true,
        paramLabel = "ADDRESS",
        description = "The address of the sender.")
    String from = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the sender.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      var draft = new LinkedHashMap<String, Object>();
      int colon = smtp.lastIndexOf(':');
      if (colon < 1 || !smtp.substring(colon + 1).matches("[0-9]{1,5}")) {
        throw new CommandException("--smtp " + smtp + ": right is HOST:PORT");
      }
      draft.put("host", smtp.substring(0, colon));
      draft.put("port", Integer.parseInt(smtp.substring(colon + 1)));
      draft.put("tls", tls);
      draft.put("username", username);
      draft.put("from", from);
      draft.put("fromName", name);
      String secret = password.orNone();
      if (secret != null) {
        draft.put("password", secret);
      }
      try (ServerConnection server = connection.connect()) {
        System.out.println(server.send("PUT", "/mail", draft));
      }
      return 0;
    }
  }

  @Command(
      name = "test",
      description = "Sends a test; prints what became of it. Ends with 2 if it was not taken.",
      footer = "  wordborne mail test ruth@cafe.example",
      mixinStandardHelpOptions = true)
  static final class Test implements Callable<Integer> {
    private static final int TRIES = 60;
    private static final int BAD_INPUT = 2;
    private static final long BREATH_MILLIS = 500;

    @Parameters(paramLabel = "ADDRESS", description = "To whom.")
    String to = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws InterruptedException {
      try (ServerConnection server = connection.connect()) {
        JsonNode sent = server.post("/mail/test", java.util.Map.of("to", to));
        for (int i = 0; i < TRIES && isUnderWay(sent); i++) {
          Thread.sleep(BREATH_MILLIS);
          sent = server.get("/deliveries/" + sent.path("id").asString());
        }
        Lines.print(
            "delivery",
            sent.path("id"),
            "to",
            sent.path("to"),
            "state",
            sent.path("state"),
            "why",
            sent.path("why"));
        return sent.path("state").asString().equals("sent") ? 0 : BAD_INPUT;
      }
    }

    private static boolean isUnderWay(JsonNode sent) {
      return sent.path("state").asString().equals("waiting") && sent.path("why").isNull();
    }
  }
}
