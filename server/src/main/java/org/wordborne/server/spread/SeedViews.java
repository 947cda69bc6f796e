package org.wordborne.server.spread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.person.People;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.person.PersonRow;
import org.wordborne.server.person.TrustArcs;
import org.wordborne.server.spread.SeedGraphView.SeedArc;
import org.wordborne.server.spread.SeedGraphView.SeedNode;
import org.wordborne.server.spread.SeedPlanView.SeedLeftOut;
import org.wordborne.server.spread.SeedPlanView.SeedPerson;
import org.wordborne.server.spread.VoiceGraphs.NamedGraph;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;

/// Puts names to the ids of a plan; who is not here any more has none.
@Component
class SeedViews {
  private static final int SHOWN_LEFT_OUT = 50;
  private static final int DRAWN = 300;

  private final People people;
  private final Topics topics;

  SeedViews(People people, Topics topics) {
    this.people = people;
    this.topics = topics;
  }

  SeedPlanView view(Scope scope, SeedPlanBook.Plan plan) {
    var shown = plan.leftOut().stream().limit(SHOWN_LEFT_OUT).toList();
    var named = new HashSet<UUID>();
    plan.chosen().forEach(one -> named.add(one.person()));
    shown.forEach(one -> named.add(UUID.fromString(one.person())));
    var rows = people.rows(scope, named);
    Money each = plan.each();
    UUID topic = plan.topic();
    Long lot = plan.lot();
    return new SeedPlanView(
        plan.id(),
        plan.madeAt(),
        plan.madeBy(),
        topic,
        topic == null ? null : topics.find(scope, topic).map(Topic::name).orElse(null),
        plan.days(),
        each == null ? null : each.text(),
        each == null ? null : each.times(plan.chosen().size()).text(),
        chosen(plan.chosen(), rows),
        plan.reach(),
        plan.graphPeople(),
        plan.graphArcs(),
        plan.guarantee(),
        shown.stream()
            .map(
                one ->
                    new SeedLeftOut(
                        ref(UUID.fromString(one.person()), rows), one.why(), one.hear()))
            .toList(),
        plan.leftOut().size(),
        plan.compared(),
        plan.campaign(),
        (int) plan.chosen().stream().filter(SeedPlanBook.Chosen::heldBack).count(),
        lot == null ? null : lot.toString());
  }

  private static List<SeedPerson> chosen(
      List<SeedPlanBook.Chosen> chosen, Map<UUID, PersonRow> rows) {
    var views = new ArrayList<SeedPerson>();
    double together = 0;
    for (var one : chosen) {
      together += one.gain().middle();
      UUID with = one.shared().with();
      views.add(
          new SeedPerson(
              one.number(),
              ref(one.person(), rows),
              among(rows.get(one.person())),
              one.hear(),
              one.gain(),
              together,
              with == null ? null : ref(with, rows),
              one.shared().count(),
              one.newest(),
              one.heldBack()));
    }
    return views;
  }

  private static PersonRef ref(UUID person, Map<UUID, PersonRow> rows) {
    PersonRow row = rows.get(person);
    return row == null ? PersonRef.of(person, "") : row.ref();
  }

  private static String among(@Nullable PersonRow row) {
    return row == null
        ? ""
        : row.handles().stream()
            .map(handle -> handle.sourceName())
            .distinct()
            .limit(2)
            .collect(Collectors.joining(", "));
  }

  /// The chosen, then those tied to them most strongly, up to 300.
  SeedGraphView graph(Scope scope, SeedPlanBook.Plan plan, NamedGraph graph) {
    var numbers = new LinkedHashMap<UUID, Integer>();
    plan.chosen().forEach(one -> numbers.put(one.person(), one.number()));
    var drawn = new LinkedHashSet<>(numbers.keySet());
    drawn.retainAll(new HashSet<>(graph.people()));
    var strongest =
        graph.arcs().stream()
            .sorted(Comparator.comparingDouble((TrustArcs.Arc arc) -> -arc.chance()))
            .toList();
    add(drawn, strongest, numbers.keySet());
    add(drawn, strongest, drawn);
    var list = List.copyOf(drawn);
    var places = new HashMap<UUID, Integer>();
    for (int i = 0; i < list.size(); i++) {
      places.put(list.get(i), i);
    }
    var rows = people.rows(scope, list);
    var known = graph.numbers();
    return new SeedGraphView(
        list.stream()
            .map(
                id ->
                    new SeedNode(
                        id,
                        ref(id, rows).name(),
                        numbers.get(id),
                        graph.graph().followers(known.getOrDefault(id, 0))))
            .toList(),
        arcs(graph, places),
        Math.max(plan.graphPeople(), list.size()));
  }

  private static void add(
      LinkedHashSet<UUID> drawn, List<TrustArcs.Arc> arcs, Collection<UUID> around) {
    var centre = new HashSet<>(around);
    for (TrustArcs.Arc arc : arcs) {
      if (drawn.size() < DRAWN && centre.contains(arc.from())) {
        drawn.add(arc.to());
      }
      if (drawn.size() < DRAWN && centre.contains(arc.to())) {
        drawn.add(arc.from());
      }
    }
  }

  private static List<SeedArc> arcs(NamedGraph graph, Map<UUID, Integer> places) {
    var arcs = new ArrayList<SeedArc>();
    for (TrustArcs.Arc arc : graph.arcs()) {
      Integer from = places.get(arc.from());
      Integer to = places.get(arc.to());
      if (from != null && to != null) {
        arcs.add(new SeedArc(from, to, arc.chance(), arc.deeds(), arc.newest()));
      }
    }
    return arcs;
  }
}
