package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerOptions;

class CredentialTest {
  @TempDir private Path data;

  @Test
  void make_aThousand_differAndHave256Bits() {
    var chance = new SecureRandom();
    var texts = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      texts.add(Credential.make(chance).text());
    }

    assertThat(texts).hasSize(1_000);
    assertThat(texts).allMatch(text -> Base64.getUrlDecoder().decode(text).length == 32);
  }

  @Test
  void keep_reachedByHttps_isACookieOfThisHostThatNoScriptReads() {
    String set = cookie("https://words.example.org");

    assertThat(set).startsWith("__Host-wordborne-session=");
    assertThat(set).contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax");
    assertThat(set).doesNotContain("Domain").hasSizeLessThan(4_096);
    assertThat(cookie(null)).startsWith("wordborne-session=").contains("; HttpOnly");
  }

  private String cookie(String publicUrl) {
    var properties = ServerOptions.at(data).withPublicUrl(publicUrl).properties();
    var credentials =
        new RequestCredentials(
            ServerFixture.bean(Sessions.class), ServerFixture.bean(Tokens.class), properties);
    var response = new MockHttpServletResponse();
    credentials.keep(response, Credential.make(new SecureRandom()));
    return response.getHeader("Set-Cookie");
  }
}
