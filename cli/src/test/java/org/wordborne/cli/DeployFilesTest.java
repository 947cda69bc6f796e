package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The files in `deploy/` hold what `docs/operate.md` promises of them.
class DeployFilesTest {
  private static final Path DEPLOY = Path.of("..", "deploy");

  /// What the page asks of a proxy: names, addresses of visitors, events, bodies.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy_pass http://127.0.0.1:8080;",
        "proxy_set_header Host $host;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_buffering off;",
        "proxy_read_timeout 1h;",
        "client_max_body_size 10m;",
        "listen 443 ssl http2;", // understood since 1.9.5; `http2 on` is not before 1.25.1
        "ssl_protocols       TLSv1.2 TLSv1.3;"
      })
  void nginx_whatTheServerNeeds_isSet(String directive) throws IOException {
    assertThat(directives("nginx.conf")).contains(directive);
  }

  @Test
  void nginx_headersOfEveryLocation_areTheProxysOwn() throws IOException {
    var lines = directives("nginx.conf");

    assertThat(lines.stream().filter(line -> line.startsWith("proxy_pass")))
        .hasSameSizeAs(
            lines.stream().filter(line -> line.equals("proxy_set_header Host $host;")).toList());
    assertThat(String.join("\n", lines)).doesNotContain("proxy_add_x_forwarded_for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User=wordborne",
        "KillMode=mixed",
        "Restart=on-failure",
        "TimeoutStopSec=90",
        "NoNewPrivileges=true",
        "ProtectSystem=strict",
        "UMask=0077",
        "ExecStart=/opt/wordborne/current/wordborne serve --data /var/lib/wordborne/data",
        "ReadWritePaths=/var/lib/wordborne -/home/wordborne",
        "WantedBy=multi-user.target"
      })
  void unit_whatThePagePromises_isSet(String directive) throws IOException {
    assertThat(directives("wordborne.service")).contains(directive);
  }

  /* Not built here where no container tool is: read, line by line. */
  @Test
  void container_runsWithoutRootOutOfAPinnedImage() throws IOException {
    String text = String.join("\n", directives("Containerfile"));
    String shipped = text.substring(text.lastIndexOf("\nFROM "));

    assertThat(text).containsPattern("ARG JAVA=\\S+/eclipse-temurin:25[.\\d_]+-jre-\\w+\n");
    assertThat(text).doesNotContainIgnoringCase(":latest").doesNotContain("ADD http", "sudo");
    assertThat(text).doesNotContainPattern("(?i)(password|secret|token|passphrase)\\s*=");
    assertThat(text).contains("sha256sum -c");
    assertThat(shipped).containsPattern("\nUSER [1-9]\\d*:[1-9]\\d*\n");
    assertThat(shipped.indexOf("\nUSER ")).isLessThan(shipped.indexOf("\nENTRYPOINT "));
    assertThat(shipped).contains("\nVOLUME ", "\nHEALTHCHECK ", "/health/ready", "-Xmx");
    assertThat(shipped.substring(shipped.indexOf("\nUSER "))).doesNotContain("\nRUN ", "USER root");
  }

  @Test
  void unit_itsCommand_isUnderstood() throws IOException {
    String command =
        directives("wordborne.service").stream()
            .filter(line -> line.startsWith("ExecStart="))
            .findFirst()
            .orElseThrow();
    List<String> words = List.of(command.substring("ExecStart=".length()).split(" "));

    CommandLine.ParseResult parsed =
        WordborneCommand.line().parseArgs(words.subList(1, words.size()).toArray(String[]::new));

    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("serve");
  }

  private static List<String> directives(String file) throws IOException {
    return Files.readAllLines(DEPLOY.resolve(file)).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
