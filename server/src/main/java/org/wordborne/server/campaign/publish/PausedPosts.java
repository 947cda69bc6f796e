package org.wordborne.server.campaign.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wordborne.server.watch.PausedWork;
import org.wordborne.server.workspace.Scope;

/// Tells a crisis room which posts it holds back.
@Component
class PausedPosts implements PausedWork {
  private final Publications publications;

  PausedPosts(Publications publications) {
    this.publications = publications;
  }

  @Override
  public List<PausedItem> held(Scope scope) {
    return publications.paused(scope).stream().map(PausedPosts::item).toList();
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
