package org.wordborne.server.mention;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import org.wordborne.hearing.Heard;
import org.wordborne.hearing.Hearing;
import org.wordborne.query.Post;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.topic.TopicMatcher;
import org.wordborne.server.topic.TopicMatcher.Manner;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.Scope;
import org.wordborne.text.TextAnalyzer;

/// Hears posts for a workspace: with its topics, on as many cores as there are.
@Component
class Hearings {
  private static final int WORTH_SHARING = 200;

  private final TopicMatchers matchers;
  private final OwnNames ownNames;
  private final int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final ExecutorService ears =
      Executors.newFixedThreadPool(cores, Thread.ofPlatform().name("hearing-", 0).factory());

  Hearings(TopicMatchers matchers, OwnNames ownNames) {
    this.matchers = matchers;
    this.ownNames = ownNames;
  }

  /// A heard post, and whether it is never collected.
  record Judged(HeardWord word, boolean never) {}

  /// What judging needs beside the post.
  private record Ear(
      Origin origin, TopicMatcher matcher, Hearing hearing, Set<String> accounts, Set<UUID> said) {

    Judged judge(Spoken spoken) {
      Post post = spoken.post();
      String channel = origin.channelOf(post.channel());
      String place = origin.placeOf(spoken);
      UUID key = Digests.key(channel, place, post.id());
      Heard heard = hearing.hear(post.withChannel(channel), origin.name());
      var understanding = MentionJson.understanding(heard.analysis());
      boolean own = said.contains(key) || OwnNames.isOwn(accounts, post.author());
      var placed = matcher.place(heard.topics(), manner(post, own, understanding));
      var word =
          new HeardWord(
              key,
              Digests.content(spoken),
              channel,
              spoken,
              understanding,
              heard.analysis().language(),
              heard.fingerprint(),
              Digests.handle(channel, place, post.author()),
              placed.topics(),
              own,
              placed.hidden());
      return new Judged(word, placed.never());
    }
  }

  /// How a post stands to the presets that are not about words.
  static Manner manner(Post post, boolean own, Understanding understanding) {
    return new Manner(own, !post.repostOf().isEmpty(), understanding.countsAsSpam());
  }

  /// Hears posts, in their order.
  ///
  /// @param said keys of posts that we said ourselves
  List<Judged> hear(Scope scope, Origin origin, List<Spoken> posts, Set<UUID> said) {
    var matcher = matchers.of(scope.workspace());
    var hearing = new Hearing(TextAnalyzer.standard(), matcher.queries());
    var ear =
        new Ear(origin, matcher, hearing, ownNames.accounts(scope), new LinkedHashSet<>(said));
    if (posts.size() < WORTH_SHARING) {
      return posts.stream().map(ear::judge).toList();
    }
    return together(ear, posts);
  }

  private List<Judged> together(Ear ear, List<Spoken> posts) {
    int share = (posts.size() + cores - 1) / cores;
    var tasks = new ArrayList<Callable<List<Judged>>>();
    for (int from = 0; from < posts.size(); from += share) {
      var part = posts.subList(from, Math.min(posts.size(), from + share));
      tasks.add(() -> part.stream().map(ear::judge).toList());
    }
    try {
      var all = new ArrayList<Judged>(posts.size());
      for (Future<List<Judged>> done : ears.invokeAll(tasks)) {
        all.addAll(done.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Hearing was stopped.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A post could not be heard.", e.getCause());
    }
  }

  @PreDestroy
  void close() {
    ears.shutdownNow();
  }
}
