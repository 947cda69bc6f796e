package org.wordborne.server.mention;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wordborne.server.mention.index.AskedNames;
import org.wordborne.server.workspace.Scope;

/// What lists, sources and topics of a workspace are called now.
record NamesOfNow(Scope scope, OwnNames own, IndexedForms forms) implements AskedNames {
  @Override
  public Set<String> list(String name) {
    return name.equals("own") ? own.of(scope) : Set.of();
  }

  @Override
  public Map<String, String> sources() {
    return forms.names(scope).sources().entrySet().stream()
        .collect(Collectors.toMap(source -> source.getKey().toString(), Map.Entry::getValue));
  }

  @Override
  public Map<String, String> topics() {
    return forms.names(scope).topics().entrySet().stream()
        .collect(
            Collectors.toMap(topic -> topic.getKey().toString(), topic -> topic.getValue().name()));
  }
}
