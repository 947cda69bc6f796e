package org.wordborne.server.workspace.account;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.account.Browsers.Browser;
import tools.jackson.databind.json.JsonMapper;

/// A browser that has not signed in: it keeps the cookies it is given, by name.
final class Jar {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String csrf = "";

  /// One with the same cookies, as somebody would have who copied them.
  Jar copy() {
    var other = new Jar();
    other.cookies.putAll(cookies);
    other.csrf = csrf;
    return other;
  }

  void signedIn(Browser who) {
    cookies.put(who.cookie().split("=", 2)[0], who.cookie().split("=", 2)[1]);
    csrf = who.csrf();
  }

  /// Takes a cookie of an answer that another got, under another name.
  void keep(Answer answer, String name, String as) {
    for (String set : answer.whole().headers().allValues("Set-Cookie")) {
      String[] pair = set.substring(0, set.indexOf(';')).split("=", 2);
      if (pair[0].equals(name)) {
        cookies.put(as, pair[1]);
      }
    }
  }

  Answer get(String path) {
    return sent(request(path).GET());
  }

  Answer post(String path, Object body) {
    return postText(path, JSON.writeValueAsString(body));
  }

  Answer put(String path, Object body) {
    return sendText("PUT", path, JSON.writeValueAsString(body));
  }

  Answer postText(String path, String body) {
    return sendText("POST", path, body);
  }

  private Answer sendText(String method, String path, String body) {
    return sent(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-CSRF", csrf.isEmpty() ? "none" : csrf)
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    String all =
        cookies.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("; "));
    HttpRequest.Builder request = ServerFixture.request(path);
    return all.isEmpty() ? request : request.header("Cookie", all);
  }

  private Answer sent(HttpRequest.Builder request) {
    Answer answer = ServerFixture.send(request.build());
    for (String set : answer.whole().headers().allValues("Set-Cookie")) {
      String[] pair = set.substring(0, set.indexOf(';')).split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    if (answer.status() == 200 && answer.body().contains("\"csrf\":\"")) {
      csrf = answer.body().replaceAll("(?s).*\"csrf\":\"([^\"]+)\".*", "$1");
    }
    return answer;
  }
}
