package org.wordborne.server.mailroom;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// Signed webhooks that go out, after Standard Webhooks: `{"type", "timestamp", "data"}`.
@Component
public class Telexes {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HookDesk hooks;
  private final DeliveryBook book;
  private final InstantSource clock;

  Telexes(HookDesk hooks, DeliveryBook book, InstantSource clock) {
    this.hooks = hooks;
    this.book = book;
    this.clock = clock;
  }

  /// Who is told, by name.
  public List<HookOutView> hooks(Scope scope) {
    return hooks.all(scope);
  }

  /// The one of that name.
  public Optional<HookOutView> named(Scope scope, String name) {
    return hooks.all(scope).stream().filter(hook -> hook.name().equalsIgnoreCase(name)).findFirst();
  }

  /// Writes down what one program is to be told; joins an open transaction of the scope.
  ///
  /// @param type as in `alarm.raised`
  /// @param data anything that can be written as JSON
  /// @param key the same for the same news; travels as `webhook-id`
  public UUID send(
      Scope scope, HookOutView hook, String type, Object data, String key, @Nullable UUID about) {
    var now = clock.instant();
    var payload = new TreeMap<String, Object>(Map.of("type", type, "data", data));
    payload.put("timestamp", now.toString());
    String body = JSON.writeValueAsString(payload);
    var parcel =
        new Parcel(book.newId(), "hook", Addresses.key(key), hook.name(), hook.id(), type, body, 0);
    return book.write(scope, parcel, about, now);
  }
}
