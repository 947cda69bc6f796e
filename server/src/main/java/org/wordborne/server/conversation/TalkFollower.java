package org.wordborne.server.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionFollower;
import org.wordborne.server.person.LedgerEntry;
import org.wordborne.server.person.PeopleLedger;
import org.wordborne.server.person.SpokenWord;
import org.wordborne.server.workspace.BrandWords;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Learns of every mention: first the people and threads, then what needs an answer.
///
/// Both in one step and one transaction, so that a conversation never waits for its person.
@Component
final class TalkFollower implements MentionFollower {
  private final Workspaces workspaces;
  private final PeopleLedger people;
  private final ReplyEchoes echoes;
  private final AskBook asks;
  private final ConversationBook conversations;
  private final LiveEvents live;
  private final Map<WorkspaceId, Set<UUID>> changed = new ConcurrentHashMap<>();

  TalkFollower(
      Workspaces workspaces,
      PeopleLedger people,
      ReplyEchoes echoes,
      AskBook asks,
      ConversationBook conversations,
      LiveEvents live) {
    this.workspaces = workspaces;
    this.people = people;
    this.echoes = echoes;
    this.asks = asks;
    this.conversations = conversations;
    this.live = live;
  }

  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public void follow(Scope scope, List<Mention> batch, JdbcClient tx) {
    planAnew(tx);
    LedgerEntry entry = people.take(scope, words(scope, batch, tx), tx);
    var touched = conversations.join(entry.joined(), tx);
    var mentions = new HashMap<UUID, Mention>();
    batch.forEach(mention -> mentions.put(mention.id(), mention));
    var ours = echoes.hear(scope, entry.words(), mentions, tx);
    touched.addAll(asks.take(scope, entry.words(), mentions, ours, tx));
    touched.addAll(conversations.touching(entry.threads(), tx));
    conversations.refresh(touched, tx);
    changed.put(scope.workspace(), touched);
  }

  private List<SpokenWord> words(Scope scope, List<Mention> batch, JdbcClient tx) {
    var brand = BrandWords.of(workspaces.brand(scope));
    var words =
        batch.stream().map(mention -> SpokenWord.from(mention, isAboutUs(mention, brand))).toList();
    return AnswersToUs.tied(words, tx);
  }

  /* Until somebody has named the brand, its topics tell. */
  private static boolean isAboutUs(Mention mention, BrandWords brand) {
    return brand.isNamed()
        ? brand.in(mention.title() + "\n" + mention.text())
        : !mention.topics().isEmpty();
  }

  /* Tables here grow fast: a plan that was made while they were small would be kept for long. */
  private static void planAnew(JdbcClient tx) {
    tx.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }

  @Override
  public void followed(Scope scope, List<Mention> batch) {
    var touched = changed.remove(scope.workspace());
    if (touched != null && !touched.isEmpty()) {
      live.publish(scope.workspace(), "conversations", told(touched));
    }
  }

  private static LiveEvents.Changed told(Set<UUID> touched) {
    return new LiveEvents.Changed(
        touched.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet()));
  }
}
