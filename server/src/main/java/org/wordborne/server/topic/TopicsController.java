package org.wordborne.server.topic;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.topic.TopicFigures.Figures;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Topics over HTTP.
@RestController
@RequestMapping("/api/v1/topics")
class TopicsController {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_QUERY = 20_000;

  private final Topics topics;
  private final Members members;
  private final ObjectProvider<TopicFigures> figures;

  TopicsController(Topics topics, Members members, ObjectProvider<TopicFigures> figures) {
    this.topics = topics;
    this.members = members;
    this.figures = figures;
  }

  @GetMapping
  @Needs(Permission.READ)
  TopicsView list(Scope scope) {
    return new TopicsView(views(scope, topics.all(scope)));
  }

  @PostMapping
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.CREATED)
  TopicView create(Scope scope, @RequestBody TopicDraft draft) {
    return view(scope, topics.create(scope, checked(draft)));
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ)
  TopicView one(Scope scope, @PathVariable UUID id) {
    return view(scope, topics.find(scope, id).orElseThrow(() -> Topics.missing(id)));
  }

  @PutMapping("/{id}")
  @Needs(Permission.LISTEN)
  TopicView change(Scope scope, @PathVariable UUID id, @RequestBody TopicDraft draft) {
    return view(scope, topics.change(scope, id, checked(draft)));
  }

  @DeleteMapping("/{id}")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Scope scope, @PathVariable UUID id) {
    topics.remove(scope, id);
  }

  @GetMapping("/{id}/versions")
  @Needs(Permission.READ)
  TopicVersionsView versions(Scope scope, @PathVariable UUID id) {
    var names = new java.util.HashMap<UUID, String>();
    for (Member member : members.all(scope)) {
      names.put(member.id(), member.name());
    }
    return new TopicVersionsView(
        topics.versions(scope, id, person -> names.getOrDefault(person, "")));
  }

  private TopicView view(Scope scope, Topic topic) {
    return views(scope, List.of(topic)).getFirst();
  }

  private List<TopicView> views(Scope scope, List<Topic> all) {
    var ids = all.stream().map(Topic::id).toList();
    TopicFigures counted = figures.getIfAvailable();
    Map<UUID, Figures> byId = counted == null ? Map.of() : counted.of(scope, ids);
    return all.stream()
        .map(topic -> view(topic, byId.getOrDefault(topic.id(), new Figures(0, 0, null))))
        .toList();
  }

  private static TopicView view(Topic topic, Figures figures) {
    return new TopicView(
        topic.id(),
        topic.name(),
        topic.query(),
        topic.never(),
        topic.hide(),
        figures.words7d(),
        figures.people7d(),
        figures.lastAt(),
        topic.version(),
        fault(topic.query()));
  }

  private static @Nullable String fault(String query) {
    try {
      Query.parse(query);
      return null;
    } catch (QueryException e) {
      return e.reason();
    }
  }

  /// The draft with absent lists made empty, or the reason why it cannot be saved.
  private static TopicDraft checked(TopicDraft draft) {
    String name = given("name", draft.name(), LONGEST_NAME);
    String query = given("query", draft.query(), LONGEST_QUERY);
    try {
      Query.parse(query);
    } catch (QueryException e) {
      throw new BadInputException("query", query, e.reason())
          .with("start", e.start())
          .with("end", e.end())
          .with("hint", e.hint());
    }
    return new TopicDraft(
        name,
        query,
        presets("never", draft.never(), Preset.neverCollected()),
        presets("hide", draft.hide(), Preset.hidden()));
  }

  private static String given(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new BadInputException(field, value, "A topic needs a " + field + ".");
    }
    if (value.length() > longest) {
      throw new BadInputException(
          field, value.length(), "At most " + longest + " characters fit into the " + field + ".");
    }
    return value;
  }

  private static List<String> presets(
      String field, @Nullable List<String> words, List<Preset> allowed) {
    var known = allowed.stream().map(Preset::word).toList();
    for (String word : words == null ? List.<String>of() : words) {
      if (!known.contains(word)) {
        throw new BadInputException(field, word, "Use any of " + String.join(", ", known) + ".");
      }
    }
    return words == null ? List.of() : words.stream().distinct().toList();
  }
}
