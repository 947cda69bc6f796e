package org.wordborne.server.campaign.contest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionFollower;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;

/// Learns which words are entries: those with a contest's hashtag, and answers below our own posts
/// that name it.
///
/// An entry is what stood there when we first heard it: a later edit changes nothing, a deletion
/// takes it away until the list is sealed, and its words at any time.
@Component
final class ContestFollower implements MentionFollower {
  private final Mentions mentions;
  private final EntryDesk entries;
  private final ContestDesk desk;
  private final Map<WorkspaceId, Set<UUID>> changed = new ConcurrentHashMap<>();

  ContestFollower(Mentions mentions, EntryDesk entries, ContestDesk desk) {
    this.mentions = mentions;
    this.entries = entries;
    this.desk = desk;
  }

  @Override
  public String name() {
    return "contests";
  }

  @Override
  public void follow(Scope scope, List<Mention> batch, JdbcClient tx) {
    var open = ContestBook.unsealed(tx).stream().filter(Contest::byPost).toList();
    var told = open.isEmpty() ? batch.stream().filter(Mention::isDeleted).toList() : batch;
    if (told.isEmpty()) {
      return;
    }
    var entered = EntryBook.ofMentions(tx, told.stream().map(Mention::id).toList());
    var deleted =
        told.stream().filter(Mention::isDeleted).map(Mention::id).collect(Collectors.toSet());
    var touched = new HashSet<UUID>();
    for (Entered entry : entered) {
      if (deleted.contains(entry.mention())) {
        entries.gone(scope, tx, ContestBook.hold(tx, entry.contest()), entry);
        touched.add(entry.contest());
      }
    }
    for (Contest contest : open) {
      follow(scope, tx, contest, batch, entered, touched);
    }
    changed.put(scope.workspace(), touched);
  }

  private void follow(
      Scope scope,
      JdbcClient tx,
      Contest contest,
      List<Mention> batch,
      List<Entered> entered,
      Set<UUID> touched) {
    var known =
        entered.stream()
            .filter(entry -> entry.contest().equals(contest.id()))
            .map(Entered::mention)
            .collect(Collectors.toSet());
    var tag = tag(contest);
    var parents = ourPosts(tx, tag, batch);
    var mine =
        batch.stream()
            .filter(word -> !known.contains(word.id()))
            .filter(word -> !word.own() && (has(word, tag) || isAnswer(word, parents)))
            .toList();
    if (mine.isEmpty()) {
      return;
    }
    var held = ContestBook.hold(tx, contest.id());
    var campaign = CampaignGround.get(tx, contest.id());
    for (Mention word : mine) {
      boolean running = campaign.wasStarted() && word.heardAt().isBefore(campaign.closes(held));
      if (running && counts(word, held)) {
        entries.hear(scope, tx, held, word, isAnswer(word, parents) ? "comment" : "hashtag");
        touched.add(contest.id());
      }
    }
  }

  /* Both clocks: ours for the close, theirs so that history that is heard now does not enter. */
  private static boolean counts(Mention word, Contest contest) {
    return !word.isDeleted()
        && !word.spokenAt().isBefore(contest.opensAt())
        && contest.isOpen(word.heardAt());
  }

  private static Pattern tag(Contest contest) {
    return Pattern.compile(
        "(?iu)(?<![\\p{L}\\p{N}_])[#\uff03]"
            + Pattern.quote(contest.tag())
            + "(?![\\p{L}\\p{N}_])");
  }

  private static boolean has(Mention word, Pattern tag) {
    return tag.matcher(word.text()).find() || tag.matcher(word.title()).find();
  }

  /// Marks of those words of the batch that answer a post of ours with the hashtag.
  private Set<UUID> ourPosts(JdbcClient tx, Pattern tag, Collection<Mention> batch) {
    var answers = new HashSet<UUID>();
    for (Mention word : batch) {
      if (word.inReplyTo().isEmpty() || word.own()) {
        continue;
      }
      var found =
          mentions.byNativeIds(tx, word.channel(), word.origin(), List.of(word.inReplyTo()));
      mentions.byIds(tx, found.values()).stream()
          .filter(parent -> parent.own() && has(parent, tag))
          .forEach(_ -> answers.add(word.id()));
    }
    return answers;
  }

  private static boolean isAnswer(Mention word, Set<UUID> answers) {
    return answers.contains(word.id());
  }

  @Override
  public void followed(Scope scope, List<Mention> batch) {
    var touched = changed.remove(scope.workspace());
    if (touched != null) {
      touched.forEach(contest -> desk.changed(scope, contest));
    }
  }
}
