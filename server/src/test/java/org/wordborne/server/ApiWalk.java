package org.wordborne.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Every operation that the server describes, for tests that go to all of them.
public final class ApiWalk {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Set<String> PURE = Set.of("GET", "HEAD");

  private ApiWalk() {}

  /// One operation.
  ///
  /// @param method in capitals
  /// @param path with its variables in braces
  /// @param query names of what may stand in the query
  /// @param takesBody whether a body is asked for
  public record Operation(String method, String path, List<String> query, boolean takesBody) {
    /// Whether it changes nothing.
    public boolean isPure() {
      return PURE.contains(method);
    }

    /// Whether anything of the path is left open.
    public boolean hasVariables() {
      return path.indexOf('{') >= 0;
    }

    /// The path with `value` for every variable.
    public String at(String value) {
      return path.replaceAll("\\{[^}]*}", value);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// All operations of a description.
  public static List<Operation> of(JsonNode description) {
    var all = new ArrayList<Operation>();
    for (var path : description.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        var query = new ArrayList<String>();
        for (JsonNode parameter : method.getValue().path("parameters")) {
          if (parameter.path("in").asString().equals("query")) {
            query.add(parameter.path("name").asString());
          }
        }
        boolean body = method.getValue().has("requestBody");
        String verb = method.getKey().toUpperCase(java.util.Locale.ROOT);
        all.add(new Operation(verb, path.getKey(), query, body));
      }
    }
    return all;
  }

  /// The ids that stand in an answer.
  public static Set<String> ids(String answer) {
    var ids = new TreeSet<String>();
    ID.matcher(answer).results().forEach(found -> ids.add(found.group()));
    return ids;
  }

  /// An id that nothing has.
  public static String nobodysId() {
    return UUID.randomUUID().toString();
  }
}
