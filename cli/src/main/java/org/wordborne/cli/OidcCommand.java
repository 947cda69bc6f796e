package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "oidc",
    description = "The company's own sign-in (OpenID Connect).",
    footer = {
      "  wordborne oidc set --issuer https://id.example.org --client-id wordborne \\",
      "    --client-secret-stdin --name Example < secret.txt",
      "  wordborne oidc show",
      "  wordborne oidc clear"
    },
    mixinStandardHelpOptions = true,
    subcommands = {OidcCommand.Setting.class, OidcCommand.Show.class, OidcCommand.Clear.class})
final class OidcCommand extends CommandGroup {
  private static final String PATH = "/server/company";

  @Command(
      name = "set",
      description = "Lets people of a company in by its sign-in; prints what is set.",
      footer = {
        "  wordborne oidc set --issuer https://id.example.org --client-id wordborne \\",
        "    --client-secret-stdin --name Example --allow-domain example.org < secret.txt"
      },
      mixinStandardHelpOptions = true)
  static final class Setting implements Callable<Integer> {
    @Option(
        names = "--issuer",
        required = true,
        paramLabel = "ADDRESS",
        description = "The address by which the company's sign-in names itself.")
    String issuer = "";

    @Option(
        names = "--client-id",
        required = true,
        paramLabel = "ID",
        description = "The name it knows this server by.")
    String clientId = "";

    @Option(
        names = "--client-secret-stdin",
        description =
            "Read the secret from the first line of standard input; else the one set before stays.")
    boolean secretFromInput;

    @Option(names = "--name", paramLabel = "NAME", description = "What the button says.")
    String name = "";

    @Option(
        names = "--allow-domain",
        paramLabel = "DOMAIN",
        description = "Mail domain whose people are let in without an invitation; repeatable.")
    List<String> domains = List.of();

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        defaultValue = "analyst",
        description = "What those become: responder, analyst (usual) or client.")
    String role = "analyst";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      @Nullable String secret = secretFromInput ? Password.firstLine() : null;
      var wanted = new LinkedHashMap<String, @Nullable Object>();
      wanted.put("issuer", issuer);
      wanted.put("clientId", clientId);
      wanted.put("secret", secret);
      wanted.put("name", name);
      wanted.put("domains", domains);
      wanted.put("role", role);
      try (ServerConnection server = connection.connect()) {
        System.out.println(server.send("PUT", PATH, wanted).path("setting"));
      }
      return 0;
    }
  }

  @Command(
      name = "show",
      description = "Prints what is set, without the secret; null where nothing is.",
      footer = "  wordborne oidc show",
      mixinStandardHelpOptions = true)
  static final class Show extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      System.out.println(server.get(PATH).path("setting"));
    }
  }

  @Command(
      name = "clear",
      description = "Lets nobody in by the company any more; links of accounts stay for later.",
      footer = "  wordborne oidc clear",
      mixinStandardHelpOptions = true)
  static final class Clear extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.send("DELETE", PATH, null);
      Lines.print("oidc", "cleared");
    }
  }
}
