package org.wordborne.channels.wordpress;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/*
 * A real WordPress on loopback, driven as its visitors and editors drive it. It is started by
 * src/test/peers/wordpress/start.sh and ended with the fixture, or with the JVM.
 */
public final class RealWordPress implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public final String url;
  public final String user;
  public final String password;
  private final Path scripts;
  private final Path folder;
  private final Thread atEnd = new Thread(this::stop);

  private RealWordPress(Path scripts, Path folder, JsonNode said) {
    this.scripts = scripts;
    this.folder = folder;
    this.url = said.path("url").asString();
    this.user = said.path("user").asString();
    this.password = said.path("password").asString();
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /* Thrown when a package cannot be had: the test has not run, and must say so. */
  public static final class NotHereException extends IOException {
    private static final long serialVersionUID = 1L;

    NotHereException(String message) {
      super(message);
    }
  }

  /* `scripts` is the folder of start.sh; a module other than channels gives its own path to it. */
  public static RealWordPress start(Path scripts, Path folder)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("wordpress", ".err");
    Process start =
        new ProcessBuilder(
                scripts.resolve("start.sh").toString(),
                folder.toString(),
                Integer.toString(freePort()),
                Integer.toString(freePort()))
            .redirectError(err.toFile())
            .start();
    String line = start.inputReader(StandardCharsets.UTF_8).readLine();
    if (!start.waitFor(20, TimeUnit.MINUTES) || line == null) {
      String said = Files.readString(err).strip();
      end(scripts, folder);
      if (start.exitValue() == 3) {
        throw new NotHereException(said);
      }
      throw new IOException("WordPress did not start: " + said);
    }
    return new RealWordPress(scripts, folder, JSON.readTree(line));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public String hostAndPort() {
    return URI.create(url).getAuthority();
  }

  /* A guest comments; the comment's number. */
  public long comment(long post, long parent, String name, String text) {
    String body =
        JSON.createObjectNode()
            .put("post", post)
            .put("parent", parent)
            .put("author_name", name)
            .put("author_email", "guest@visitor.example")
            .put("content", text)
            .toString();
    return call("POST", "comments", body, false).path("id").asLong();
  }

  /* The editor writes a post; its number. */
  public long post(String title, String html) {
    String body =
        JSON.createObjectNode()
            .put("title", title)
            .put("content", html)
            .put("status", "publish")
            .toString();
    return call("POST", "posts", body, true).path("id").asLong();
  }

  public void editComment(long id, String text) {
    String body = JSON.createObjectNode().put("content", text).toString();
    call("POST", "comments/" + id, body, true);
  }

  public void trashComment(long id) {
    call("DELETE", "comments/" + id, "", true);
  }

  public JsonNode readComment(long id) {
    return call("GET", "comments/" + id + "?context=edit", "", true);
  }

  public JsonNode commentsOf(long post) {
    return call("GET", "comments?per_page=100&post=" + post, "", true);
  }

  /* Links of the posts of a title, drafts and what is in the bin included. */
  public List<String> postsTitled(String title) {
    var links = new ArrayList<String>();
    String route = "posts?per_page=100&context=edit&status=any,trash";
    for (JsonNode post : call("GET", route, "", true)) {
      if (post.path("title").path("raw").asString().replace("&amp;", "&").equals(title)) {
        links.add(post.path("link").asString());
      }
    }
    return links;
  }

  /* A page as a visitor sees it. */
  public String page(String link) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(link)).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private JsonNode call(String method, String route, String body, boolean editor) {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/wp-json/wp/v2/" + route))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (editor) {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + route + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void stop() {
    end(scripts, folder);
  }

  private static void end(Path scripts, Path folder) {
    try {
      new ProcessBuilder(scripts.resolve("stop.sh").toString(), folder.toString())
          .inheritIO()
          .start()
          .waitFor(30, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atEnd);
    stop();
  }
}
