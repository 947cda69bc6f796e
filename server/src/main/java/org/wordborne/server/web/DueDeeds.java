package org.wordborne.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.web.NowView.Due;
import org.wordborne.server.workspace.Scope;

/// What waits for a person's decision, out of every room.
@Component
final class DueDeeds {
  private static final int MOST = 6;

  private final CrisisRooms rooms;

  DueDeeds(CrisisRooms rooms) {
    this.rooms = rooms;
  }

  List<Due> all(Scope scope) {
    var all = new ArrayList<Due>();
    for (var room : rooms.open(scope)) {
      all.add(new Due("room", room.title(), "/spread/room/" + room.id(), room.openedAt()));
    }
    all.sort(Comparator.comparing(Due::at));
    return all.stream().limit(MOST).toList();
  }
}
