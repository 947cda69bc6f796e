package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.workspace.ServerAddress;

class SecurityTextTest {
  private static final String CONTACT = "mailto:security@words.example.org";
  @TempDir private Path data;

  @Test
  void tell_operatorNamedSomebody_saysWhomUntilWhen() {
    var properties = ServerOptions.at(data).withSecurityContact(CONTACT).properties();
    Instant now = Instant.parse("2026-11-22T12:34:56Z");

    String text =
        new SecurityText(properties, ServerFixture.bean(ServerAddress.class), () -> now).tell();

    assertThat(text)
        .startsWith("Contact: " + CONTACT + "\nExpires: 2027-05-22T00:00:00Z\n")
        .contains("/.well-known/security.txt\n");
  }

  @Test
  void tell_nobodyNamed_isNotThere() {
    var request = ServerFixture.request("/.well-known/security.txt").build();

    assertThat(ServerFixture.send(request).status()).isEqualTo(404);
  }
}
