package org.wordborne.server.mailroom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.wire.WebAddress;

/// What somebody wants of a webhook.
///
/// @param name by which watch rules name it; it stays what it was at first
/// @param kinds types of what is told; absent for alarms and crisis rooms
/// @param query of the words, only those that satisfy it
public record HookDraft(
    @Nullable String name,
    @Nullable String url,
    @Nullable List<String> kinds,
    @Nullable String query) {
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_QUERY = 4_000;

  /// What can be kept.
  record Checked(String name, String url, List<String> kinds, String query) {}

  Checked checked() {
    return new Checked(line(), address(), types(), asked());
  }

  private String line() {
    return Addresses.line("name", name == null ? "" : name.strip());
  }

  private String address() {
    String given = url == null ? "" : url.strip();
    WebAddress address = given.length() > LONGEST_URL ? null : WebAddress.parse(given);
    if (address == null || !address.isHttp() || address.host().isEmpty()) {
      throw new BadInputException(
          "url", Addresses.shown(given), "This is not an http or https address.");
    }
    if (address.hasCredentials()) {
      throw new BadInputException(
          "url", null, "A password in the address would be shown to everybody; leave it out.");
    }
    return address.href();
  }

  private List<String> types() {
    if (kinds == null) {
      return HookKind.USUAL;
    }
    for (String kind : kinds) {
      if (HookKind.of(kind).isEmpty()) {
        throw new BadInputException(
            "kinds",
            Addresses.shown(kind),
            "There is no such kind. Right are " + String.join(", ", HookKind.types()) + ".");
      }
    }
    return kinds.stream().distinct().toList();
  }

  private String asked() {
    String given = query == null ? "" : query.strip();
    if (given.length() > LONGEST_QUERY) {
      throw new BadInputException(
          "query", null, "A query has at most " + LONGEST_QUERY + " characters.");
    }
    try {
      if (!given.isEmpty()) {
        Query.parse(given);
      }
      return given;
    } catch (QueryException wrong) {
      throw new BadInputException("query", given, wrong.reason())
          .with("start", wrong.start())
          .with("end", wrong.end())
          .with("hint", wrong.hint());
    }
  }
}
