package org.wordborne.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.publish.CalendarEntry;
import org.wordborne.server.campaign.publish.Publications;
import org.wordborne.server.strategy.DueDecisions;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.web.NowView.Due;
import org.wordborne.server.workspace.Scope;

/// What waits for a person's decision, out of every room.
@Component
final class DueDeeds {
  private static final int MOST = 6;
  private static final String CALENDAR = "/campaigns/calendar";

  /// What the first page calls a state of a post that needs a person.
  private static final Map<String, String> POSTS =
      Map.of("missed", "missed", "refused", "refused", "unknown", "unknown", "changes", "changes");

  private final CrisisRooms rooms;
  private final Publications posts;
  private final DueDecisions decisions;

  DueDeeds(CrisisRooms rooms, Publications posts, DueDecisions decisions) {
    this.rooms = rooms;
    this.posts = posts;
    this.decisions = decisions;
  }

  /// The earliest first, six at most.
  List<Due> all(Scope scope) {
    var all = new ArrayList<Due>();
    for (var room : rooms.open(scope)) {
      all.add(new Due("room", room.title(), "/spread/room/" + room.id(), room.openedAt()));
    }
    for (CalendarEntry post : posts.waiting(scope)) {
      String kind = POSTS.get(post.state());
      if (kind != null) {
        all.add(new Due(kind, post.title(), CALENDAR, post.at()));
      }
    }
    for (var decision : decisions.due(scope)) {
      all.add(new Due("decision", decision.text(), decision.href(), decision.at()));
    }
    all.sort(Comparator.comparing(Due::at));
    return all.stream().limit(MOST).toList();
  }
}
