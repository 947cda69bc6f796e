package org.wordborne.server.mention;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.WorkspaceId;

/// What happens now, told to every open page of a workspace.
///
/// Pages are told at most every 250 ms: what happens in between is put together, so that
/// thousands of words a second are a handful of lines. A slow page delays no other, and costs
/// nothing but the number up to which it was told.
@Component
public class LiveEvents {

  /// Words were heard and can be found.
  ///
  /// @param seq the newest number that can be found
  /// @param count words since the last event
  public record Words(long seq, long count, Instant lastHeardAt) {}

  /// Things changed: read them again if you show them.
  public record Changed(Set<String> changed) {}

  private final Map<WorkspaceId, LiveLog> logs = new ConcurrentHashMap<>();
  private final String epoch;

  LiveEvents(Ids ids) {
    this.epoch = ids.next().toString();
  }

  /// Tells every open page of `workspace`.
  ///
  /// @param event "words", "conversations", "sources", "tales", "alarms" or "campaigns"
  /// @param data [Words] or [Changed], which are put together; anything else replaces what waits
  public void publish(WorkspaceId workspace, String event, Object data) {
    log(workspace).add(event, data);
  }

  /// What happened lately in a workspace.
  LiveLog log(WorkspaceId workspace) {
    return logs.computeIfAbsent(workspace, _ -> new LiveLog());
  }

  /// The id of an event by its number: which run of the server it is of, and which it is in it.
  String id(long number) {
    return epoch + "-" + number;
  }

  /// The number of an id; -1 for one that is not of this run.
  long number(String id) {
    String digits = id.startsWith(epoch + "-") ? id.substring(epoch.length() + 1) : "";
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
  }
}
