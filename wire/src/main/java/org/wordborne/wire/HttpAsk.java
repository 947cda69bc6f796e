package org.wordborne.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request for the guarded client.
///
/// @param method GET, HEAD, POST, PUT or DELETE
/// @param url an absolute http or https address
/// @param headers plain header lines
/// @param credentials header lines that prove who we are: never sent to another origin and never
///     from https to http
/// @param body the bytes to send; empty for none
public record HttpAsk(
    String method,
    String url,
    Map<String, String> headers,
    Map<String, Secret> credentials,
    byte[] body) {
  /// Copies the maps.
  public HttpAsk {
    headers = Map.copyOf(headers);
    credentials = Map.copyOf(credentials);
  }

  /// A plain GET.
  public static HttpAsk get(String url) {
    return new HttpAsk("GET", url, Map.of(), Map.of(), new byte[0]);
  }

  /// A POST of JSON text.
  public static HttpAsk postJson(String url, String json) {
    return new HttpAsk(
        "POST",
        url,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        Map.of(),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /// The same with one more header; an empty value adds none.
  public HttpAsk withHeader(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAsk(method, url, more, credentials, body);
  }

  /// The same with one more header that proves who we are.
  public HttpAsk withCredential(String name, Secret value) {
    var more = new LinkedHashMap<>(credentials);
    more.put(name, value);
    return new HttpAsk(method, url, headers, more, body);
  }

  /// The same with a user name and password (RFC 7617).
  public HttpAsk withBasic(String user, Secret password) {
    String pair = user + ":" + password.reveal();
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    String value = "Basic " + Base64.getEncoder().encodeToString(bytes);
    return withCredential("Authorization", Secret.of(value));
  }
}
