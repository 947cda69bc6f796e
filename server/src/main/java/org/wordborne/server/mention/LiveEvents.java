package org.wordborne.server.mention;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.WorkspaceId;

/// What happens now, told to every open page of a workspace.
///
/// Pages are told at most every 250 ms: what happens in between is put together, so that
/// thousands of words a second are a handful of lines. A slow page delays no other.
@Component
public class LiveEvents {

  /// Words were heard and can be found.
  ///
  /// @param seq the newest number that can be found
  /// @param count words since the last event
  public record Words(long seq, long count, Instant lastHeardAt) {}

  /// Things changed: read them again if you show them.
  public record Changed(Set<String> changed) {}

  private final Map<WorkspaceId, Set<LiveListener>> listeners = new ConcurrentHashMap<>();

  /// Tells every open page of `workspace`.
  ///
  /// @param event "words", "conversations", "sources", "tales", "alarms" or "campaigns"
  /// @param data [Words] or [Changed], which are put together; anything else replaces what waits
  public void publish(WorkspaceId workspace, String event, Object data) {
    for (LiveListener listener : listeners.getOrDefault(workspace, Set.of())) {
      listener.offer(event, data);
    }
  }

  /// Adds an open page.
  void open(WorkspaceId workspace, LiveListener listener) {
    listeners.computeIfAbsent(workspace, _ -> new CopyOnWriteArraySet<>()).add(listener);
  }

  /// Takes a page away.
  void close(WorkspaceId workspace, LiveListener listener) {
    listeners.getOrDefault(workspace, Set.of()).remove(listener);
  }
}
