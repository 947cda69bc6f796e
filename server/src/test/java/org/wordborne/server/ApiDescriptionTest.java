package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Holds `ui/openapi.json`, from which the pages' types are made, to what the server tells.
///
/// `-Dopenapi.update=true` writes the file.
class ApiDescriptionTest {
  private static final Path FILE = Path.of("..", "ui", "openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void description_ofTheServer_isTheCommittedOne() throws IOException {
    var answer = ServerFixture.get("/api/v1/openapi.json");
    String told = JSON.writeValueAsString(answer.json()) + "\n";
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(FILE, told);
    }

    assertThat(answer.status()).isEqualTo(200);
    assertThat(told)
        .as("ui/openapi.json is old; write it with -Dtest=ApiDescriptionTest -Dopenapi.update=true")
        .isEqualTo(Files.readString(FILE));
  }

  @Test
  void description_withoutCredential_isRefused() {
    var answer = ServerFixture.send(ServerFixture.request("/api/v1/openapi.json").build());

    assertThat(answer.status()).isEqualTo(401);
  }
}
