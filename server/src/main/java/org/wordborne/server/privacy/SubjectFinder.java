package org.wordborne.server.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Forgetting;
import org.wordborne.server.person.PersonTraces;
import org.wordborne.server.workspace.personal.Subject;

/// Puts together what leads to a human: from people who were heard and addresses of theirs to
/// their handles, their words, and what was said around those.
@Component
class SubjectFinder {
  private final PersonTraces traces;
  private final Forgetting forgetting;

  SubjectFinder(PersonTraces traces, Forgetting forgetting) {
    this.traces = traces;
    this.forgetting = forgetting;
  }

  /// All that leads to them now.
  Subject find(JdbcClient tx, Collection<UUID> people, Collection<String> mails) {
    return find(tx, Subject.of(Set.copyOf(people), Set.of(), Set.copyOf(mails)));
  }

  /// All that leads now to somebody of whom only a part is known.
  Subject find(JdbcClient tx, Subject about) {
    Set<UUID> people = about.persons();
    Set<String> mails = about.mails();
    var known = new LinkedHashSet<UUID>(List.of(about.handleIds()));
    known.addAll(people.isEmpty() ? List.of() : traces.handles(tx, people));
    List<UUID> handles = List.copyOf(known);
    var words = forgetting.words(tx, handles);
    var ids = words.stream().map(Subject.Word::id).toList();
    Set<UUID> around = new HashSet<>(ids.isEmpty() ? List.of() : traces.around(tx, ids));
    var echoes = forgetting.echoes(tx, answering(tx, words, around));
    var all = new ArrayList<>(words);
    all.addAll(echoes);
    echoes.forEach(echo -> around.remove(echo.id()));
    Set<String> names = new HashSet<>(forgetting.names(tx, handles));
    if (!people.isEmpty()) {
      names.addAll(traces.names(tx, people));
      names.addAll(traces.accounts(tx, people));
    }
    return new Subject(
        Set.copyOf(people),
        known(tx, handles),
        all,
        around,
        Set.of(),
        names,
        mails.stream()
            .map(mail -> mail.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  /// The same, with people who were made of their words meanwhile.
  Subject withPeople(JdbcClient tx, Subject subject) {
    return subject.withPersons(traces.people(tx, List.of(subject.handleIds())));
  }

  /* Of what was said around only what answers or repeats them speaks to them. */
  private Set<UUID> answering(JdbcClient tx, List<Subject.Word> words, Collection<UUID> around) {
    return around.isEmpty() ? Set.of() : traces.answering(tx, words, around);
  }

  private List<Subject.Handle> known(JdbcClient tx, List<UUID> handles) {
    var known = new ArrayList<>(forgetting.handles(tx, handles));
    var ids = known.stream().map(Subject.Handle::id).collect(Collectors.toSet());
    handles.stream()
        .filter(handle -> !ids.contains(handle))
        .forEach(handle -> known.add(new Subject.Handle(handle, "", "", "")));
    return known;
  }
}
