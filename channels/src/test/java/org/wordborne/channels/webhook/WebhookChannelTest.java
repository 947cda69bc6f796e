package org.wordborne.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Reply;
import org.wordborne.channels.ScriptedServer;
import org.wordborne.channels.SourceSettings;
import org.wordborne.channels.webhook.WebhookChannel.Delivery;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;

class WebhookChannelTest {
  private static final Reply REPLY = new Reply("key 1", "p1", "p0", "Hello <you>", "Ines");

  private final WebhookChannel channel = new WebhookChannel();
  private final Secret secret = StandardWebhooks.newSecret();
  private ScriptedServer server;
  private SourceSettings settings;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    settings =
        new SourceSettings(
            Map.of("answerUrl", server.url("/answers")),
            Map.of("secret", StandardWebhooks.newSecret(), "previousSecret", secret));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Delivery deliver(String json) {
    return deliver("msg_1", json);
  }

  private Delivery deliver(String id, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    var headers = StandardWebhooks.sign(secret, id, ScriptedServer.NOW, body);
    return channel.receive(settings, headers, body, ScriptedServer.NOW);
  }

  @Test
  void receive_onePost_isSpoken() {
    var delivery =
        deliver(
            """
            {"id":"p1","text":"Is it open?","author":{"id":"u1","name":"Mara","followers":7},
             "published":"2026-11-22T10:00:00+01:00","inReplyTo":"p0","engagement":{"likes":2},
             "links":["http://a.example/"],"media":[{"kind":"image","url":"http://a.example/i","alt":"i"}]}
            """);

    assertThat(delivery.status()).isEqualTo(200);
    assertThat(delivery.id()).isEqualTo("msg_1");
    var post = ((ChannelEvent.Spoken) delivery.events().getFirst()).post();
    assertThat(post.text()).isEqualTo("Is it open?");
    assertThat(post.author().followers()).isEqualTo(7);
    assertThat(post.published()).hasToString("2026-11-22T09:00:00Z");
    assertThat(post.metrics().likes()).isEqualTo(2);
    assertThat(post.media()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'id':'1','text':'a'},{'id':'2','text':'b'}]|2|0",
        "{'type':'post.created','timestamp':'x','data':{'id':'1','text':'a'}}|1|0",
        "{'type':'post.updated','data':[{'id':'1','text':'a'},{'id':'2'}]}|1|1",
        "{'type':'post.deleted','data':[{'id':'1'},{'id':'2'}]}|2|0",
        "{'id':5,'text':'a number as id'}|1|0",
        "{'id':'1','html':'<p>only html</p>'}|1|0"
      })
  void receive_everyShape_isRead(String json, int events, int rejects) {
    var delivery = deliver(json.replace('\'', '"'));

    assertThat(delivery.status()).isEqualTo(200);
    assertThat(delivery.events()).hasSize(events);
    assertThat(delivery.rejects()).hasSize(rejects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':|the body is no JSON (line 1)",
        "7|post 1: a post must be an object",
        "{'text':'a'}|post 1: 'id' must be a text of 1 to 1000 characters",
        "{'id':'1','text':'a','published':'yesterday'}|post 1: 'published' must be a time as in 2026-11-22T09:30:00Z",
        "{'type':'post.liked','data':{}}|'type' must be post.created, post.updated or post.deleted, was 'post.liked'"
      })
  void receive_badBody_is422WithTheReason(String json, String why) {
    var delivery = deliver(json.replace('\'', '"'));

    assertThat(delivery.status()).isEqualTo(422);
    assertThat(delivery.why()).isEqualTo(why);
  }

  @Test
  void receive_idTooLongToRemember_is422() {
    String post = "{\"id\":\"1\",\"text\":\"a\"}";

    assertThat(deliver("m".repeat(255), post).status()).isEqualTo(200);
    assertThat(deliver("m".repeat(256), post).status()).isEqualTo(422);
    assertThat(deliver("m".repeat(256), post).why()).contains("255", "256");
  }

  @Test
  void receive_deepNesting_isRefusedQuickly() {
    assertThat(deliver("[".repeat(100_000)).status()).isEqualTo(422);
  }

  @Test
  void receive_unsigned_is401AndNotRead() {
    var delivery = channel.receive(settings, Map.of(), new byte[] {'{'}, ScriptedServer.NOW);

    assertThat(delivery.status()).isEqualTo(401);
    assertThat(delivery.events()).isEmpty();
  }

  @Test
  void reply_accepted_isSentSigned() {
    server.on("/answers", "{\"id\":\"n1\",\"url\":\"http://f.example/n1\"}");

    var outcome = channel.reply(settings, REPLY, server.context());

    var request = server.asked.getFirst();
    var headers =
        Map.of(
            "webhook-id", request.header("Webhook-id"),
            "webhook-timestamp", request.header("Webhook-timestamp"),
            "webhook-signature", request.header("Webhook-signature"));
    var signed =
        StandardWebhooks.verify(
            List.of(settings.secret("secret")), headers, request.body(), ScriptedServer.NOW);
    assertThat(outcome).isEqualTo(new Outcome.Sent("n1", "http://f.example/n1"));
    assertThat(signed.valid()).isTrue();
    assertThat(request.text())
        .contains("\"type\":\"reply.created\"", "\"inReplyTo\":\"p1\"", "\"name\":\"Ines\"");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Refused",
    "403, Refused",
    "404, Refused",
    "302, Refused",
    "500, Unknown",
    "503, Unknown"
  })
  void reply_badStatus_isRefusedOrUnknown(int status, String outcome) {
    server.on("/answers", status, Map.of(), "");

    assertThat(channel.reply(settings, REPLY, server.context()).getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @Test
  void reply_nobodyListens_wasNotSent() {
    server.close();

    var outcome = channel.reply(settings, REPLY, server.context());

    assertThat(((Outcome.Refused) outcome).why()).endsWith("Nothing was sent.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"<html>Welcome</html>", "``", "[]"})
  void lookUp_pageThatSaysNothing_provesNothing(String body) {
    server.on("/answers?key=key+1", body);

    assertThat(channel.lookUp(settings, REPLY, server.context()))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void lookUp_tellsWhetherItArrived() {
    var before = channel.lookUp(settings, REPLY, server.context());
    server.on("/answers?key=key+1", "{\"id\":\"n1\"}");
    var after = channel.lookUp(settings, REPLY, server.context());
    server.on("/answers?key=key+1", 500, Map.of(), "");
    var fault = channel.lookUp(settings, REPLY, server.context());

    assertThat(before).isInstanceOf(Outcome.Refused.class);
    assertThat(after).isEqualTo(new Outcome.Sent("n1", ""));
    assertThat(fault).isInstanceOf(Outcome.Unknown.class);
  }
}
