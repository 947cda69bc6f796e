package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.wordborne.server.ServerOptions;

class SafeHeadersTest {
  @TempDir private Path data;

  @Test
  void filter_reachedByHttps_keepsBrowsersThereForAYear() throws Exception {
    assertThat(answer("https://words.example.org").getHeader("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(answer(null).getHeader("Strict-Transport-Security")).isNull();
  }

  @Test
  void filter_aThousandAnswers_haveAThousandNonces() throws Exception {
    var policies = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      policies.add(answer(null).getHeader("Content-Security-Policy"));
    }

    assertThat(policies).hasSize(1_000).allMatch(one -> one.matches(".*'nonce-[\\w+/]{22}'.*"));
  }

  private MockHttpServletResponse answer(String publicUrl) throws Exception {
    var options = ServerOptions.at(data).withPublicUrl(publicUrl);
    var response = new MockHttpServletResponse();
    var request = new MockHttpServletRequest("GET", "/now");
    request.setServletPath("/now");
    new SafeHeaders(new SecureRandom(), options.properties())
        .doFilter(request, response, new MockFilterChain());
    return response;
  }
}
