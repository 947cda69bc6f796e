package org.wordborne.server.mention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.query.Post;
import org.wordborne.text.Entities;
import org.wordborne.text.TextAnalyzer;

/// Mentions in the shape of the import format, with what was made of them.
@Component
class ExportedPosts {
  private final IndexedForms forms;

  ExportedPosts(IndexedForms forms) {
    this.forms = forms;
  }

  /// What exports of a workspace need to name things.
  IndexedForms.Names names(org.wordborne.server.workspace.Scope scope) {
    return forms.names(scope);
  }

  /// One mention; what is not known is left out, except text and id.
  static Map<String, Object> of(Mention mention, IndexedForms.Names names) {
    var all = new LinkedHashMap<String, Object>();
    all.put("id", mention.nativeId());
    all.put("mention", mention.id());
    all.put("channel", mention.channel());
    put(all, "origin", mention.origin());
    put(all, "source", names.source(mention));
    put(all, "url", mention.url());
    all.put("text", mention.text());
    put(all, "title", mention.title());
    put(all, "html", mention.html());
    all.put("author", author(mention));
    put(all, "published", mention.publishedAt());
    all.put("heard", mention.heardAt().toString());
    put(all, "edited", mention.editedAt());
    all.put("language", mention.language());
    put(all, "inReplyTo", mention.inReplyTo());
    put(all, "threadRoot", mention.threadRoot());
    put(all, "repostOf", mention.repostOf());
    all.put("engagement", mention.engagement());
    all.put("links", mention.links());
    all.put("media", mention.media());
    all.put("understanding", understanding(mention, names));
    return all;
  }

  private static Map<String, Object> author(Mention mention) {
    var author = new LinkedHashMap<String, Object>();
    put(author, "id", mention.author().id());
    put(author, "name", mention.author().name());
    put(author, "url", mention.author().url());
    author.put("followers", mention.author().followers());
    return author;
  }

  private static Map<String, Object> understanding(Mention mention, IndexedForms.Names names) {
    var judged = mention.understanding();
    var scores = new LinkedHashMap<String, Object>();
    scores.put("positive", judged.positive());
    scores.put("negative", judged.negative());
    scores.put("neutral", judged.neutral());
    var sentiment = new LinkedHashMap<String, Object>();
    sentiment.put("label", judged.sentiment());
    sentiment.put("scores", scores);
    var all = new LinkedHashMap<String, Object>();
    all.put("language", mention.language());
    all.put("sentiment", sentiment);
    all.put("emotions", judged.emotions());
    all.put("intents", judged.intents());
    all.put("spam", judged.spam());
    all.put("offensive", judged.offensive());
    all.put("irony", judged.irony());
    all.put("entities", entities(mention));
    all.put("why", judged.why());
    all.put("topics", topics(mention, names));
    if (!judged.corrected().isEmpty()) {
      all.put("corrected", judged.corrected());
    }
    return all;
  }

  static List<String> topics(Mention mention, IndexedForms.Names names) {
    return names.topics(mention).stream()
        .map(id -> java.util.Objects.requireNonNull(names.topics().get(id)).name())
        .sorted()
        .toList();
  }

  private static Entities entities(Mention mention) {
    Post post = IndexedForms.post(mention);
    return TextAnalyzer.standard().analyze(post.text(), post.language()).entities();
  }

  private static void put(Map<String, Object> all, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      all.put(name, value instanceof java.time.Instant ? value.toString() : value);
    }
  }
}
