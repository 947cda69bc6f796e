package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionFollower;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// Notes to which pages the words that are heard lead, so that places nobody listed are found.
///
/// Most words lead nowhere and cost nothing here.
@Component
final class ProposalFollower implements MentionFollower {
  /// Older links are no news.
  private static final Duration NEWS = Duration.ofDays(14);

  private final Workspaces workspaces;
  private final InstantSource clock;

  ProposalFollower(Workspaces workspaces, InstantSource clock) {
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "proposals";
  }

  @Override
  public void follow(Scope scope, List<Mention> batch, JdbcClient tx) {
    Instant since = clock.instant().minus(NEWS);
    var homes = workspaces.brand(scope).homes();
    var last = new LinkedHashMap<UUID, Mention>();
    batch.forEach(mention -> last.put(mention.id(), mention));
    var anew = new ArrayList<UUID>();
    var leading = new LinkedHashMap<Mention, Set<String>>();
    for (Mention mention : last.values()) {
      var urls = counts(mention) ? PostedLinks.of(mention, homes) : Set.<String>of();
      if (!urls.isEmpty() || !counts(mention) || mention.editedAt() != null) {
        anew.add(mention.id());
      }
      if (!urls.isEmpty() && mention.spokenAt().isAfter(since)) {
        leading.put(mention, urls);
      }
    }
    var links = new LinkBook(scope, tx);
    links.forget(anew);
    leading.forEach((mention, urls) -> links.say(mention.id(), mention.spokenAt(), urls));
  }

  private static boolean counts(Mention mention) {
    return !mention.isDeleted()
        && !mention.hidden()
        && !mention.own()
        && !mention.understanding().countsAsSpam();
  }
}
