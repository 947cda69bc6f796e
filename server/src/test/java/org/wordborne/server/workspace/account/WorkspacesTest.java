package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.SchemaOwner;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;

/// Several workspaces on one server: made, told apart, ended.
class WorkspacesTest {
  @Test
  void make_byWhoRunsTheServer_isTheirsAndListed() {
    Browsers.member(Role.OWNER);
    String name = "Harbour " + System.nanoTime();

    Answer made = ServerFixture.post("/api/v1/workspaces", Map.of("name", name));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("prefix").asString()).startsWith("/w/harbour-");
    Answer inside =
        ServerFixture.send(
            ServerFixture.authorized("/api/v1/session")
                .header("Wordborne-Workspace", made.json().path("slug").asString())
                .build());
    assertThat(inside.json().path("workspace").path("name").asString()).isEqualTo(name);
  }

  @Test
  void make_ofTheSameNameTwice_givesTwoAddresses() {
    var one = Browsers.workspace("Twins");
    var other = Browsers.workspace("Twins");
    var workspaces = ServerFixture.bean(Workspaces.class);

    assertThat(workspaces.pagePrefix(one)).isNotEqualTo(workspaces.pagePrefix(other));
  }

  @Test
  void make_byAnOwnerOfAWorkspace_isRefused() {
    Browser ada = Browsers.member(Browsers.workspace("Hers"), Role.OWNER);

    assertThat(ada.send("POST", "/api/v1/workspaces", Map.of("name", "More")).status())
        .isEqualTo(403);
  }

  @Test
  void look_ofAWorkspace_isItsOwn() throws IOException {
    WorkspaceId place = Browsers.workspace("Look");
    Browser ada = Browsers.member(place, Role.MANAGER);

    ada.send("PATCH", "/api/v1/workspace/look", Map.of("name", "Seen", "accent", "#1a7f5a"));
    Answer logo = put(ada, picture("jpg", 900, 300));

    assertThat(logo.status()).isEqualTo(200);
    var view = ada.get("/api/v1/session").json().path("workspace");
    assertThat(view.path("name").asString()).isEqualTo("Seen");
    assertThat(view.path("accent").asString()).isEqualTo("#1a7f5a");
    assertThat(view.path("logo").asBoolean()).isTrue();
    assertThat(ada.get("/api/v1/workspace/logo").header("Content-Type")).isEqualTo("image/png");
    ada.send("PATCH", "/api/v1/workspace/look", Map.of("accent", ""));
    assertThat(ada.get("/api/v1/session").json().path("workspace").path("accent").isNull())
        .isTrue();
  }

  @Test
  void logo_madeAnew_keepsNothingButItsDots() throws IOException {
    var marked = new ByteArrayOutputStream();
    marked.write(picture("png", 400, 200));
    marked.write("<script>canary</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    byte[] kept = Logo.checked(marked.toByteArray());

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(image.getHeight()).isEqualTo(96);
    assertThat(image.getWidth()).isEqualTo(192);
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("canary");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"gif", "bmp", "text", "large", "wide"})
  void logo_ofAnotherKind_isRefused(String kind) throws IOException {
    byte[] sent =
        switch (kind) {
          case "text" -> "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
          case "large" -> new byte[256 * 1024 + 1];
          case "wide" -> picture("png", 1001, 1);
          default -> picture(kind, 10, 10);
        };

    assertThatThrownBy(() -> Logo.checked(sent)).isInstanceOf(BadInputException.class);
  }

  @Test
  void end_ofAWorkspace_shutsItForAll() {
    WorkspaceId place = Browsers.workspace("Ends");
    Browser ada = Browsers.member(place, Role.OWNER);
    Browser boss = Browsers.member(place, Role.MANAGER);

    assertThat(boss.send("POST", "/api/v1/workspace/end", Map.of("name", "Ends")).status())
        .isEqualTo(403);
    assertThat(ada.send("POST", "/api/v1/workspace/end", Map.of("name", "ends")).status())
        .isEqualTo(400);
    assertThat(ended(ada, "Ends").status()).isEqualTo(204);
    assertThat(lastDeed(place)).isEqualTo("workspaces.end");

    assertThat(ada.get("/api/v1/status").status()).isEqualTo(401);
    assertThat(boss.get("/api/v1/status", place).status()).isEqualTo(404);
    assertThat(ServerFixture.bean(Workspaces.class).all()).doesNotContain(place);
    assertThatThrownBy(() -> ServerFixture.transactions().in(Scope.of(place), _ -> ""))
        .isInstanceOf(NotFoundException.class);
  }

  /* Under a key, which can be kept nowhere any more. */
  private static Answer ended(Browser who, String name) {
    return ServerFixture.send(
        who.request("/api/v1/workspace/end")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "end-of-" + name)
            .POST(BodyPublishers.ofString("{\"name\": \"" + name + "\"}"))
            .build());
  }

  /* Nobody reaches it by the program any more, so the database itself is asked. */
  private static String lastDeed(WorkspaceId place) {
    var deed = new AtomicReference<>("");
    ServerFixture.bean(SchemaOwner.class)
        .change(
            owner -> {
              owner
                  .sql("select set_config('wordborne.workspace', ?, true)")
                  .param(place.toString())
                  .query(String.class)
                  .single();
              deed.set(
                  owner
                      .sql("select deed from act_line order by number desc limit 1")
                      .query(String.class)
                      .single());
            });
    return deed.get();
  }

  @Test
  void end_ofTheFirst_isRefused() {
    String name =
        ServerFixture.get("/api/v1/session").json().path("workspace").path("name").asString();

    assertThat(ServerFixture.post("/api/v1/workspace/end", Map.of("name", name)).status())
        .isEqualTo(409);
  }

  private static Answer put(Browser who, byte[] picture) {
    return ServerFixture.send(
        who.request("/api/v1/workspace/logo")
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(picture))
            .build());
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
