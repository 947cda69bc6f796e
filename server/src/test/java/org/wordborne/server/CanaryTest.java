package org.wordborne.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.Channels;
import org.wordborne.channels.Publication;
import org.wordborne.channels.Reply;
import org.wordborne.channels.SourceSettings;
import org.wordborne.wire.Secret;
import tools.jackson.databind.JsonNode;

/// Wherever others may name an address, none leads to what is inside: not in any spelling, not by
/// a name that turns round, not by a redirect, not by what a page or a feed says.
///
/// Pages that people linked and beacons are walked in the tests of their own rooms; that nobody is
/// left out, `ArchitectureTest` holds.
class CanaryTest {
  private static final Secret SECRET = Secret.of("whsec_" + "A".repeat(43) + "=");
  private static Canary canary;

  private enum Entry {
    DISCOVERY {
      @Override
      void name(String address) {
        expectAnAnswer(ServerFixture.post("/api/v1/sources/discover", Map.of("url", address)));
      }
    },
    FEED {
      @Override
      void name(String address) {
        source("feed", Map.of("url", address));
      }
    },
    WORDPRESS {
      @Override
      void name(String address) {
        source("wordpress", Map.of("url", address, "username", "ruth", "password", "abcd efgh"));
      }
    },
    WORDPRESS_ANSWER {
      @Override
      void name(String address) {
        speak("wordpress", Map.of("url", address, "username", "ruth"), Map.of("password", SECRET));
      }
    },
    WEBHOOK_ANSWER {
      @Override
      void name(String address) {
        speak("webhook", Map.of("answerUrl", address), Map.of("secret", SECRET));
      }
    };

    abstract void name(String address);
  }

  @BeforeAll
  static void open() {
    canary = new Canary(ServerFixture.allowedPort());
  }

  @AfterAll
  static void close() {
    canary.close();
  }

  @ParameterizedTest
  @EnumSource(Entry.class)
  void address_ofSomethingInside_isNeverDialled(Entry entry) {
    for (String address : canary.addresses()) {
      entry.name(address);

      assertThat(canary.dialled()).as(address).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Entry.class)
  void site_thatLeadsInside_isFollowedToItsDoorOnly(Entry entry) {
    int before = canary.visited();

    for (String address : canary.ways()) {
      entry.name(address);

      assertThat(canary.dialled()).as(address).isZero();
    }

    assertThat(canary.visited() - before).isGreaterThanOrEqualTo(canary.ways().size());
  }

  @Test
  void hook_outToSomethingInside_isNeverDialled() throws InterruptedException {
    var made = new ArrayList<JsonNode>();
    for (String address :
        Stream.concat(canary.addresses().stream(), canary.ways().stream()).toList()) {
      var answer =
          ServerFixture.post(
              "/api/v1/hooks-out", Map.of("name", "canary " + made.size(), "url", address));
      if (expectAnAnswer(answer).status() == 201) {
        made.add(answer.json().path("hook"));
      }
    }
    var sent = new ArrayList<String>();
    for (JsonNode hook : made) {
      String path = "/api/v1/hooks-out/" + hook.path("id").asString();
      sent.add(ServerFixture.post(path + "/test", Map.of()).json().path("id").asString());
    }

    for (String id : sent) {
      awaitTry(id);
    }

    assertThat(made).hasSizeGreaterThan(10);
    assertThat(canary.dialled()).isZero();
    made.forEach(hook -> ServerFixture.delete("/api/v1/hooks-out/" + hook.path("id").asString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "starttls", "tls"})
  void mail_hostInside_isNeverDialled(String tls) throws InterruptedException {
    var hosts = List.of("127.0.0.66", "127.66", "2130706498", "::ffff:127.0.0.66", "mail.example");
    TestNames.answer("mail.example", "127.0.0.66");
    int tried = 0;
    for (String host : hosts) {
      var settings = new HashMap<String, Object>(Map.of("host", host, "port", canary.port()));
      settings.putAll(Map.of("tls", tls, "from", "ruth@cafe.example"));
      if (expectAnAnswer(ServerFixture.put("/api/v1/mail", settings)).status() == 200) {
        var sent = ServerFixture.post("/api/v1/mail/test", Map.of("to", "ada@cafe.example"));
        awaitTry(sent.json().path("id").asString());
        tried++;
      }
    }
    ServerFixture.put("/api/v1/mail", Map.of("host", ""));

    assertThat(tried).isPositive();
    assertThat(canary.dialled()).isZero();
  }

  private static void source(String kind, Map<String, String> settings) {
    var draft = Map.of("kind", kind, "settings", settings, "everything", true);
    var made = expectAnAnswer(ServerFixture.post("/api/v1/sources", draft));
    if (made.status() == 201) {
      String path = "/api/v1/sources/" + made.json().path("source").path("id").asString();
      expectAnAnswer(ServerFixture.post(path + "/test", Map.of()));
      expectAnAnswer(ServerFixture.post(path + "/poll", Map.of()));
      ServerFixture.delete(path);
    }
  }

  private static void speak(String kind, Map<String, String> values, Map<String, Secret> secrets) {
    Channel channel = ServerFixture.bean(Channels.class).of(kind).orElseThrow();
    var context = ServerFixture.bean(ChannelContext.class);
    var settings = new SourceSettings(values, secrets);
    var reply = new Reply("key-1", "1", "1", "Hello", "");
    var post = new Publication("key-2", "Hello", "Hello", "");
    channel.reply(settings, reply, context);
    channel.lookUp(settings, reply, context);
    channel.publish(settings, post, context);
    channel.lookUpPublication(settings, post, context);
  }

  private static ServerFixture.Answer expectAnAnswer(ServerFixture.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    return answer;
  }

  private static void awaitTry(String delivery) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (ServerFixture.get("/api/v1/deliveries/" + delivery).json().path("tries").asInt() == 0) {
      assertThat(System.nanoTime()).as("nobody carried " + delivery).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
