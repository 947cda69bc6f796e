package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

/// What an address may ask for beside its path, and what it never gets.
class QueryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mentions/export?query=lantern&format=csv",
        "audit/export?q=%22%0D%0Alantern&format=csv",
        "results.csv",
        "results.pdf"
      })
  void download_whateverIsAskedFor_hasAPlainNameOfOurs(String path) {
    Answer file = ServerFixture.get("/api/v1/" + path);

    assertThat(file.header("Content-Disposition"))
        .matches("attachment; filename=\"[a-z0-9-]+\\.(csv|pdf)\"");
  }

  @Test
  void api_askedWithoutTls_isAnsweredOrRefusedAndNeverRedirected() {
    assertThat(ServerFixture.get("/api/v1/topics").status()).isEqualTo(200);
    Answer nobodys = ServerFixture.send(ServerFixture.request("/api/v1/topics").build());
    assertThat(nobodys.status()).isEqualTo(401);
    assertThat(nobodys.header("Location")).isEmpty();
  }
}
