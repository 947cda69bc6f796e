package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;

/// Addresses that came with a post are links for whoever asks the API, so they lead to the web or
/// are none; what is exported is as it came.
class HarmlessAddressTest {
  @Test
  void url_thatRunsScript_isNoneInTheApiAndStaysInTheExport() {
    String post =
        """
        {"id":"script-1","text":"quokka address","url":"javascript:alert(1)",\
        "author":{"id":"q","name":"Q","url":"data:text/html,x"}}
        """;
    ServerFixture.send("POST", "/api/v1/imports", post);

    var mention =
        ServerFixture.get("/api/v1/mentions?fresh=true&spam=include&query=quokka")
            .json()
            .path("mentions")
            .path(0);
    var person =
        ServerFixture.get("/api/v1/people/" + mention.path("author").path("personId").asString());
    var exported =
        ServerFixture.get("/api/v1/mentions/export?fresh=true&spam=include&query=quokka");

    assertThat(mention.path("url").asString()).isEmpty();
    assertThat(mention.path("author").path("url").asString()).isEmpty();
    assertThat(person.body()).doesNotContain("data:text/html");
    assertThat(exported.json().path("url").asString()).isEqualTo("javascript:alert(1)");
  }
}
