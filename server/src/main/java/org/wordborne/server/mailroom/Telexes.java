package org.wordborne.server.mailroom;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.HookBook.News;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// Signed webhooks that go out, after Standard Webhooks: `{"type", "timestamp", "data"}`.
@Component
public class Telexes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HookDesk hooks;
  private final HookBook book;
  private final InstantSource clock;

  Telexes(HookDesk hooks, HookBook book, InstantSource clock) {
    this.hooks = hooks;
    this.book = book;
    this.clock = clock;
  }

  /// Who wants to be told of a kind, as in `alarm.raised`.
  public List<HookTo> wanting(Scope scope, String kind) {
    return hooks.wanting(scope, kind);
  }

  /// The one of that name.
  public Optional<HookTo> named(Scope scope, String name) {
    return hooks.named(scope, name);
  }

  /// Writes down what one program is to be told; joins an open transaction of the scope.
  ///
  /// @return the delivery; empty where so many wait for it that no more are written down
  public Optional<UUID> send(Scope scope, HookTo to, Telex telex) {
    var payload = new LinkedHashMap<String, Object>();
    payload.put("type", telex.type());
    payload.put("timestamp", telex.at().toString());
    payload.put("data", telex.data());
    String body = JSON.writeValueAsString(payload);
    var news = new News(to, telex.type(), body, telex.key(), telex.about());
    return book.write(scope, news, clock.instant());
  }
}
