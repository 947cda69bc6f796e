package org.wordborne.server.person;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.mention.MentionViews;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Scope;

/// Where the words themselves lie; people and conversations keep only what follows from them.
@Component
public class WordShelf {
  private final Mentions mentions;
  private final MentionViews views;

  WordShelf(Mentions mentions, MentionViews views) {
    this.mentions = mentions;
    this.views = views;
  }

  /// These mentions, by id; those that are not there are left out.
  public Map<UUID, Mention> mentions(Scope scope, Collection<UUID> ids) {
    var found = new LinkedHashMap<UUID, Mention>();
    mentions.byIds(scope, ids).forEach(mention -> found.put(mention.id(), mention));
    return found;
  }

  /// These mentions as pages see them, in the order given.
  public List<MentionView> views(Scope scope, Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : views.of(scope, mentions.byIds(scope, ids));
  }
}
