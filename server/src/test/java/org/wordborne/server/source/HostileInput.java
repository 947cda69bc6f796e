package org.wordborne.server.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wordborne.channels.SourceSettings;
import org.wordborne.channels.feed.FeedDiscovery;
import org.wordborne.channels.feed.FeedParser;
import org.wordborne.channels.feed.NotAFeedException;
import org.wordborne.channels.webhook.WebhookChannel;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import org.wordborne.hearing.Hearing;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.query.StandingQueries;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Brand;
import org.wordborne.text.TextAnalyzer;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HtmlSanitizer;
import org.wordborne.wire.HtmlText;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpHeaders;
import org.wordborne.wire.LinkAddress;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import org.wordborne.wire.WebAddress;

/// Each reader of what strangers wrote. A reader refuses in its own words or reads; anything else
/// (another exception, an error, an answer that breaks its law) fails the test that feeds it.
enum HostileInput {
  FEED {
    @Override
    void read(byte[] bytes) {
      feed(bytes, "application/rss+xml");
      feed(bytes, "");
    }
  },
  JSON_FEED {
    @Override
    void read(byte[] bytes) {
      feed(bytes, "application/feed+json");
    }
  },
  PAGE {
    @Override
    void read(byte[] bytes) {
      for (var found : FeedDiscovery.discover(bytes, SITE)) {
        WebAddress at = WebAddress.parse(found.url());
        hold(at != null && at.isHttp(), "leads to no web address: " + found.url());
      }
    }
  },
  EVIDENCE {
    @Override
    void read(byte[] bytes) {
      var headers = new HttpHeaders(List.of(new HttpHeaders.Line("Content-Type", "text/html")));
      var page = PageEvidence.of(new HttpAnswer(200, SITE, headers, bytes, List.of()));
      for (var shown : page.of(BRAND, List.of(LANTERN))) {
        hold(shown.text().length() <= 400, "shows more than a line");
      }
    }
  },
  SANITIZER {
    @Override
    void read(byte[] bytes) {
      String once = HtmlSanitizer.harmless(text(bytes), SITE);
      hold(!once.matches("(?is).*<\\s*(script|iframe|object|embed|svg|style|form).*"), once);
      HtmlSanitizer.withPictures(text(bytes), SITE);
    }
  },
  HTML_TEXT {
    @Override
    void read(byte[] bytes) {
      HtmlText.plain(text(bytes));
      hold(HtmlText.line(text(bytes)).indexOf('\n') < 0, "a line of several lines");
    }
  },
  HEARING {
    @Override
    void read(byte[] bytes) {
      var heard = EARS.hear(Post.of("1", text(bytes)));
      for (var entity : heard.analysis().entities().handles()) {
        hold(entity.start() < entity.end(), "an end before its beginning");
      }
    }
  },
  QUERY {
    @Override
    void read(byte[] bytes) {
      try {
        Query query = Query.parse(text(bytes));
        hold(Query.parse(query.normal()).equals(query), "the normal form reads differently");
      } catch (QueryException refused) {
        hold(refused.getMessage() != null, "refused without a word");
      }
    }
  },
  CSV {
    @Override
    void read(byte[] bytes) throws IOException {
      try {
        var posts = new CsvPosts(new ByteArrayInputStream(bytes), Map.of());
        while (posts.advance()) {
          PostLines.read(posts.post());
        }
      } catch (BadInputException | PostLines.BadLineException refused) {
        hold(refused.getMessage() != null, "refused without a word");
      }
    }
  },
  POST_LINE {
    @Override
    void read(byte[] bytes) {
      try {
        PostLines.read(bytes);
      } catch (PostLines.BadLineException refused) {
        hold(refused.getMessage() != null, "refused without a word");
      }
    }
  },
  WEBHOOK {
    @Override
    void read(byte[] bytes) {
      var channel = new WebhookChannel();
      var unsigned = channel.receive(HOOK, lines(bytes), bytes, NOW);
      hold(unsigned.status() == 401, "taken without a signature");
      var signed =
          channel.receive(HOOK, StandardWebhooks.sign(SECRET, "m", NOW, bytes), bytes, NOW);
      hold(signed.status() == 200 || signed.status() == 422, "answered " + signed.status());
    }
  },
  ROBOTS {
    @Override
    void read(byte[] bytes) {
      Robots.read(text(bytes)).allows("/" + "a".repeat(200));
    }
  },
  ADDRESS {
    @Override
    void read(byte[] bytes) {
      String text = text(bytes);
      WebAddress address = WebAddress.parse(text);
      if (address != null) {
        hold(address.equals(WebAddress.parse(address.href())), "reads differently when written");
      }
      String link = LinkAddress.harmless(text);
      hold(link.isEmpty() || link.matches("(?is)(https?|mailto):.*"), "a link that acts: " + link);
      var verdict = INSIDE.check(text);
      hold(!verdict.allowed(), "would be dialled: " + text);
    }
  },
  ENTRY_LIST {
    @Override
    void read(byte[] bytes) {
      try {
        EntryList.parse(bytes);
      } catch (DrawException refused) {
        hold(refused.getMessage() != null, "refused without a word");
      }
    }
  };

  private static final String SITE = "http://cafe.example/";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Secret SECRET = Secret.of("whsec_MDEyMzQ1Njc4OWFiY2RlZg==");
  private static final SourceSettings HOOK = new SourceSettings(Map.of(), Map.of("secret", SECRET));
  private static final Brand BRAND =
      new Brand("Lantern", List.of("The Lantern"), "Ely", List.of(), List.of("cafe.example"), true);
  private static final Query LANTERN = lantern();
  private static final Hearing EARS = ears();

  /* Names lead inside, so whatever is read as one is refused. */
  private static final GuardedHttp INSIDE =
      new GuardedHttp(AllowedPrivate.none())
          .withResolver(host -> List.of(InetAddress.getLoopbackAddress()));

  /// Reads `bytes`, and holds what was read to its law.
  abstract void read(byte[] bytes) throws IOException;

  private static void feed(byte[] bytes, String type) {
    try {
      for (var entry : FeedParser.parse(bytes, type, SITE).entries()) {
        hold(entry != null, "an entry that is none");
      }
    } catch (NotAFeedException none) {
      hold(none.getMessage() != null, "refused without a word");
    }
  }

  private static Map<String, String> lines(byte[] bytes) {
    String text = text(bytes);
    String head = text.substring(0, Math.min(200, text.length()));
    String time = Long.toString(NOW.getEpochSecond());
    return Map.of("webhook-id", head, "webhook-timestamp", time, "webhook-signature", head);
  }

  private static Query lantern() {
    try {
      return Query.parse("lantern OR /lant[a-e]+rn/ OR \"wet roof\"");
    } catch (QueryException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static Hearing ears() {
    var topics = new StandingQueries();
    topics.register("lantern", LANTERN);
    return new Hearing(TextAnalyzer.standard(), topics);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void hold(boolean law, String broken) {
    if (!law) {
      throw new AssertionError(broken);
    }
  }
}
