package org.wordborne.server.campaign.publish;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.watch.PausedWork;
import org.wordborne.server.workspace.Scope;

/// Tells a crisis room which posts it holds back.
@Component
class PausedPosts implements PausedWork {
  private final Publications publications;
  private final LiveEvents live;

  PausedPosts(Publications publications, LiveEvents live) {
    this.publications = publications;
    this.live = live;
  }

  @Override
  public List<PausedItem> held(Scope scope) {
    return publications.paused(scope).stream().map(PausedPosts::item).toList();
  }

  @Override
  public void pass(Scope scope, JdbcClient tx, Instant now) {
    if (PublicationBook.missHeld(tx, now) > 0) {
      live.publish(scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of()));
    }
  }

  private static PausedItem item(CalendarEntry post) {
    String where =
        post.variants().stream()
            .filter(text -> text.state().equals("paused"))
            .map(CalendarEntry.VariantView::sourceName)
            .collect(Collectors.joining(", "));
    return new PausedItem(post.id(), post.title(), where, post.at(), "/campaigns/calendar");
  }
}
