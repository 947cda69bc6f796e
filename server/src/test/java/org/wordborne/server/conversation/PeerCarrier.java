package org.wordborne.server.conversation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// Carries replies to a [Peer], and gives up when the peer means to stay silent: how long that is
/// plays no part.
final class PeerCarrier implements ReplyCarrier {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Peer peer;

  PeerCarrier(Peer peer) {
    this.peer = peer;
  }

  @Override
  public Way way(Scope scope, Mention mention) {
    return new Way(null, "Peer", new AnswerView.LimitView(500, "characters"));
  }

  @Override
  public Outcome send(Scope scope, Mention answered, Reply reply) {
    var body =
        JSON.writeValueAsString(Map.of("data", Map.of("id", reply.key(), "text", reply.text())));
    return ask(
        HttpRequest.newBuilder(URI.create(peer.url()))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public Outcome lookUp(Scope scope, Mention answered, Reply reply) {
    return ask(HttpRequest.newBuilder(URI.create(peer.url() + "?key=" + reply.key())));
  }

  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    var silence = peer.nextSilence();
    var answer = http.sendAsync(request, BodyHandlers.ofString());
    try {
      CompletableFuture.anyOf(answer, silence).get();
      if (!answer.isDone()) {
        answer.cancel(true);
        throw new IOException("no answer in time");
      }
      return answer.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed);
    }
  }

  private Outcome ask(HttpRequest.Builder request) {
    try {
      var answer = answer(request.timeout(PATIENCE).build());
      if (answer.statusCode() == 200) {
        var told = JSON.readTree(answer.body());
        return new Outcome.Sent(told.get("id").asString(), told.get("url").asString());
      }
      return answer.statusCode() >= 500
          ? new Outcome.Unknown("It answered " + answer.statusCode() + ".")
          : new Outcome.Refused("It answered " + answer.statusCode() + ".");
    } catch (ConnectException e) {
      return new Outcome.Refused("Nobody answers there.");
    } catch (IOException e) {
      return new Outcome.Unknown("The line broke.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("We stopped.");
    }
  }
}
