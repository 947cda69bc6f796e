package org.wordborne.channels.wordpress;

import java.util.Locale;
import java.util.Map;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.HttpWords;
import org.wordborne.channels.SourceSettings;
import org.wordborne.channels.feed.FeedDiscovery;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.WebAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/*
 * One site's REST interface. Its root is found as the site names it (Link header or element), with
 * or without pretty addresses. The application password goes to the host that the person entered
 * and to no other.
 */
record WordPressRest(String root, SourceSettings settings, ChannelContext context) {
  static final JsonMapper JSON = JsonMapper.shared();

  /* The root that the site names, or "" if it names none that may be used. */
  static String findRoot(String site, ChannelContext context) throws ChannelException {
    HttpAnswer page;
    try {
      page = context.http().get(site);
    } catch (HttpFault fault) {
      throw HttpWords.fault(fault);
    }
    if (page.status() == 410 || page.status() >= 500 || page.status() == 429) {
      throw HttpWords.status(page, context.now());
    }
    for (var found : FeedDiscovery.inHeaders(page.headers(), page.url())) {
      if (found.kind().equals("wordpress") && isSameSite(found.url(), site)) {
        return found.url();
      }
    }
    for (var found : FeedDiscovery.discover(page.body(), page.url())) {
      if (found.kind().equals("wordpress") && isSameSite(found.url(), site)) {
        return found.url();
      }
    }
    return guess(site, context);
  }

  private static String guess(String site, ChannelContext context) {
    String folder = site.endsWith("/") ? site : site + "/";
    for (String root : new String[] {folder + "wp-json/", folder + "?rest_route=/"}) {
      try {
        HttpAnswer answer = context.http().get(root);
        boolean json = answer.isGood() && answer.header("Content-Type").contains("json");
        if (json
            && new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
                .contains("\"wp/v2\"")) {
          return root;
        }
      } catch (HttpFault closed) {
        return "";
      }
    }
    return "";
  }

  /* The same host, give or take "www."; a password must not wander. */
  private static boolean isSameSite(String root, String site) {
    WebAddress a = WebAddress.parse(root);
    WebAddress b = WebAddress.parse(site);
    return a != null && b != null && bare(a).equals(bare(b));
  }

  private static String bare(WebAddress address) {
    return address.host().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  /* The address of a route; a root with ?rest_route= takes its parameters after &. */
  String address(String route, String parameters) {
    String at = root + route;
    if (parameters.isEmpty()) {
      return at;
    }
    return at + (root.indexOf('?') >= 0 ? "&" : "?") + parameters;
  }

  HttpAnswer get(String route, String parameters) throws HttpFault {
    return context.http().send(signedIn(HttpAsk.get(address(route, parameters))));
  }

  HttpAnswer post(String route, String json) throws HttpFault {
    return context.http().send(signedIn(HttpAsk.postJson(address(route, ""), json)));
  }

  boolean hasPassword() {
    return !settings.value("username").isEmpty() && !settings.secret("password").isEmpty();
  }

  /* Whether the password would travel where everybody on the way can read it. */
  boolean isClear() {
    WebAddress address = WebAddress.parse(root);
    boolean local =
        address != null && address.host().matches("localhost|127\\.[0-9.]+|\\[::1\\]|.*\\.test");
    return address != null && address.scheme().equals("http") && !local;
  }

  private HttpAsk signedIn(HttpAsk ask) {
    return hasPassword() && !isClear()
        ? ask.withBasic(settings.value("username"), settings.secret("password"))
        : ask;
  }

  /* What a list holds; a plugin's notice before the JSON is passed over. */
  static JsonNode json(HttpAnswer answer) throws ChannelException {
    String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    int begin = text.indexOf('[');
    int object = text.indexOf('{');
    int from = begin < 0 ? object : object < 0 ? begin : Math.min(begin, object);
    try {
      return JSON.readTree(text.substring(Math.max(0, from)));
    } catch (JacksonException broken) {
      throw ChannelException.passing("The site's REST interface answers with broken JSON.");
    }
  }

  static String string(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
  }

  /* The plain reason in an error of WordPress, and its code. */
  static Map.Entry<String, String> error(HttpAnswer answer) {
    try {
      JsonNode node = json(answer);
      String said = org.wordborne.wire.HtmlText.line(string(node, "message"));
      return Map.entry(string(node, "code"), said);
    } catch (ChannelException unreadable) {
      return Map.entry("", "");
    }
  }
}
