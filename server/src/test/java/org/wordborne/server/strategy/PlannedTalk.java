package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.mention.OwnWords;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;

/// A workspace of its own with twelve weeks of talk of which we know what it is about.
final class PlannedTalk {
  static final List<String> OAT =
      List.of(
          "Does the Lantern have oat milk yet?",
          "I wish the Lantern would get oat milk, I cannot have dairy.",
          "Still no oat milk at the Lantern. Disappointing.",
          "Please stock oat milk, Lantern!",
          "I would come to the Lantern daily if there was oat milk.");
  static final List<String> SCOOTER =
      List.of(
          "Could the Lantern do scooter delivery like the others?",
          "I wish the Lantern offered delivery by scooter on wet days.",
          "Why is there no scooter delivery from the Lantern?",
          "Lantern, please start scooter delivery, I would order every day.");
  static final List<String> NORTHBANK =
      List.of(
          "When does the Lantern open a second branch in Northbank?",
          "We need a Lantern in Northbank too, a second branch please.",
          "I wish there was a Lantern branch across the river in Northbank.",
          "Northbank deserves a second branch of the Lantern.");
  static final List<String> GLAD =
      List.of(
          "The Lantern was lovely this morning, thank you.",
          "Best coffee in town at the Lantern.",
          "Warm scones and a friendly face at the Lantern.",
          "A fine hour by the window of the Lantern.");
  static final List<String> BEANS =
      List.of(
          "Single origin beans from Huehuetenango, washed, roasted on Tuesday.",
          "Our beans grow at 1,800 metres; the growers are paid above the market.",
          "New single origin beans on the bar this week.",
          "Meet the growers of our beans on Thursday.");

  final Scope scope = ServerFixture.freshScope();
  final SignedIn ines = new SignedIn(UUID.randomUUID(), scope.workspace(), "Ines Okafor", "owner");
  private final Origin place = new Origin(null, "Forum", "forum", "place", true);
  private final List<Incoming> posts = new ArrayList<>();
  private int number;

  PlannedTalk() {
    var brand =
        new Brand("Lantern", List.of("The Lantern"), "Alderwick", List.of(), List.of(), true);
    ServerFixture.bean(Workspaces.class).rename(scope, "Lantern", brand);
    var draft = new TopicDraft("Lantern", "lantern", List.of(), List.of());
    ServerFixture.bean(Topics.class).create(scope, draft);
  }

  /// So many people say one of `texts` each, spread over the days `from` to `to` ago.
  PlannedTalk say(int people, List<String> texts, int from, int to) {
    for (int i = 0; i < people; i++) {
      int number = this.number++;
      double ago = from + (to - from) * (double) i / people;
      posts.add(post("p" + number, "person" + number, texts.get(i % texts.size()), ago));
    }
    return this;
  }

  /// So many posts of ours.
  PlannedTalk ours(int count, List<String> texts) {
    for (int i = 0; i < count; i++) {
      String id = "o" + number++;
      ServerFixture.bean(OwnWords.class).said(scope, place, id);
      posts.add(post(id, "lantern", texts.get(i % texts.size()), 80.0 * i / count));
    }
    return this;
  }

  private static Incoming post(String id, String author, String text, double daysAgo) {
    Instant at = Instant.now().minus(Duration.ofMinutes(Math.round(daysAgo * 1_440) + 10));
    return Spoken.of(
        Post.of(id, text).withAuthor(new Post.Author(author, author, "", 10)).withPublished(at));
  }

  /// All of it is heard.
  PlannedTalk heard() {
    ServerFixture.bean(Ingest.class).keep(scope, place, posts);
    posts.clear();
    return this;
  }

  StrategyView looked() {
    ServerFixture.bean(StrategyLook.class).look(scope);
    return view();
  }

  StrategyView view() {
    return ServerFixture.bean(StrategyReader.class).view(scope);
  }

  StrategyBook book() {
    return ServerFixture.bean(StrategyBook.class);
  }

  PlannedTalk write(String kind, String text) {
    return write(kind, text, "", null);
  }

  PlannedTalk write(
      String kind, String text, String query, @org.jspecify.annotations.Nullable String amount) {
    book().write(ines, new StatementDraft(kind, text, query, amount));
    return this;
  }
}
