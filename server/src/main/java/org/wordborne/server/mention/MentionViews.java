package org.wordborne.server.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.query.ReferenceEvaluator;
import org.wordborne.query.Span;
import org.wordborne.server.mention.MentionView.AuthorView;
import org.wordborne.server.mention.MentionView.EngagementView;
import org.wordborne.server.mention.MentionView.MarkView;
import org.wordborne.server.mention.MentionView.SentimentView;
import org.wordborne.server.mention.MentionView.SourceRef;
import org.wordborne.server.mention.MentionView.TopicRef;
import org.wordborne.server.mention.MentionView.UnderstandingView;
import org.wordborne.server.mention.MentionView.WhyView;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.TopicMatcher;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.Scope;
import org.wordborne.wire.HtmlSanitizer;
import org.wordborne.wire.LinkAddress;

/// Makes the views of mentions, with what other modules know of them.
@Component
public class MentionViews {
  private final TopicMatchers matchers;
  private final RecentPrints prints;
  private final ObjectProvider<SourceNames> sources;
  private final ObjectProvider<KnownPeople> people;
  private final ObjectProvider<AnsweredMentions> answers;

  MentionViews(
      TopicMatchers matchers,
      RecentPrints prints,
      ObjectProvider<SourceNames> sources,
      ObjectProvider<KnownPeople> people,
      ObjectProvider<AnsweredMentions> answers) {
    this.matchers = matchers;
    this.prints = prints;
    this.sources = sources;
    this.people = people;
    this.answers = answers;
  }

  /// What is known beside the mentions themselves.
  private record Around(
      Scope scope,
      TopicMatcher matcher,
      Map<UUID, Topic> topics,
      Map<UUID, String> sources,
      Map<UUID, UUID> people,
      Set<UUID> answered,
      @Nullable Query query) {}

  /// Views in the order of `mentions`; marked is what their topics ask for.
  public List<MentionView> of(Scope scope, List<Mention> mentions) {
    return of(scope, mentions, null);
  }

  /// Views in the order of `mentions`; marked is what `query` asks for.
  public List<MentionView> of(Scope scope, List<Mention> mentions, @Nullable Query query) {
    var ids = mentions.stream().map(Mention::id).collect(Collectors.toSet());
    var handles = mentions.stream().map(one -> one.author().handle()).collect(Collectors.toSet());
    var matcher = matchers.of(scope.workspace());
    var around =
        new Around(
            scope,
            matcher,
            matcher.topics(),
            sourceNames(scope),
            peopleOf(scope, handles),
            answered(scope, ids),
            query);
    return mentions.stream().map(mention -> view(mention, around)).toList();
  }

  /// The view of one mention; marked is what its topics ask for.
  public MentionView of(Scope scope, Mention mention) {
    return of(scope, List.of(mention)).getFirst();
  }

  private Map<UUID, String> sourceNames(Scope scope) {
    SourceNames known = sources.getIfAvailable();
    return known == null ? Map.of() : known.names(scope);
  }

  private Map<UUID, UUID> peopleOf(Scope scope, Collection<UUID> handles) {
    KnownPeople known = people.getIfAvailable();
    return known == null ? Map.of() : known.peopleOf(scope, handles);
  }

  private Set<UUID> answered(Scope scope, Collection<UUID> ids) {
    AnsweredMentions known = answers.getIfAvailable();
    return known == null ? Set.of() : known.answered(scope, ids);
  }

  private MentionView view(Mention mention, Around around) {
    var counts = mention.engagement();
    return new MentionView(
        mention.id(),
        mention.seq(),
        mention.channel(),
        source(mention, around),
        mention.nativeId(),
        LinkAddress.harmless(mention.url()),
        mention.title(),
        mention.text(),
        html(mention),
        mention.language(),
        author(mention, around),
        mention.publishedAt(),
        mention.heardAt(),
        mention.editedAt(),
        mention.deletedAt(),
        orNull(mention.inReplyTo()),
        orNull(mention.repostOf()),
        new EngagementView(counts.likes(), counts.reposts(), counts.replies(), counts.views()),
        understanding(mention, around),
        marks(mention, around),
        prints.count(around.scope.workspace(), mention),
        mention.hidden(),
        around.answered.contains(mention.id()));
  }

  private static @Nullable SourceRef source(Mention mention, Around around) {
    UUID id = mention.source();
    return id == null ? null : new SourceRef(id, around.sources.getOrDefault(id, ""));
  }

  private static AuthorView author(Mention mention, Around around) {
    var author = mention.author();
    return new AuthorView(
        author.handle(),
        around.people.get(author.handle()),
        author.name(),
        LinkAddress.harmless(author.url()),
        author.followers(),
        mention.own());
  }

  private static @Nullable String html(Mention mention) {
    return mention.html().isEmpty() ? null : HtmlSanitizer.harmless(mention.html(), mention.url());
  }

  private static UnderstandingView understanding(Mention mention, Around around) {
    var judged = mention.understanding();
    return new UnderstandingView(
        new SentimentView(
            judged.sentiment(),
            judged.positive(),
            judged.negative(),
            judged.neutral(),
            judged.confidence()),
        judged.intents().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList(),
        judged.emotions(),
        judged.spam(),
        judged.offensive(),
        judged.irony(),
        topics(mention, around),
        judged.why().stream()
            .map(
                why ->
                    new WhyView(why.judgement(), why.start(), why.end(), why.words(), why.weight()))
            .toList(),
        judged.corrected().stream().sorted().toList());
  }

  private static List<TopicRef> topics(Mention mention, Around around) {
    var refs = new ArrayList<TopicRef>();
    for (UUID id : mention.topics()) {
      Topic topic = around.topics.get(id);
      if (topic != null) {
        refs.add(new TopicRef(id, topic.name()));
      }
    }
    return refs;
  }

  private static List<MarkView> marks(Mention mention, Around around) {
    if (mention.text().isEmpty()) {
      return List.of();
    }
    Post post = IndexedForms.post(mention);
    if (around.query != null) {
      return marks(ReferenceEvaluator.spans(around.query, post));
    }
    var spans = new ArrayList<Span>();
    for (UUID topic : mention.topics()) {
      around.matcher.query(topic).ifPresent(query -> spans.addAll(spans(query, post)));
    }
    return marks(spans);
  }

  private static List<Span> spans(Query query, Post post) {
    return ReferenceEvaluator.spans(query, post);
  }

  /// In order, those that touch put together.
  private static List<MarkView> marks(List<Span> spans) {
    var marks = new ArrayList<MarkView>();
    var ordered = new ArrayList<>(spans);
    ordered.sort(java.util.Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    for (Span span : ordered) {
      MarkView last = marks.isEmpty() ? null : marks.getLast();
      if (last != null && span.start() <= last.end()) {
        marks.set(marks.size() - 1, new MarkView(last.start(), Math.max(last.end(), span.end())));
      } else {
        marks.add(new MarkView(span.start(), span.end()));
      }
    }
    return marks;
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
