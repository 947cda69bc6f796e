package org.wordborne.server.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// People over the API. One person's page needs their conversations: it is read there.
@RestController
@RequestMapping("/api/v1/people")
@Needs(Permission.READ)
class PeopleController {
  private static final int USUAL = 50;
  private static final int MOST_TO_THANK = 50;

  private final People people;

  PeopleController(People people) {
    this.people = people;
  }

  @GetMapping
  PeoplePage list(
      Scope scope,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "recent") String sort,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return people.list(scope, query, sort, Page.of(cursor, limit, USUAL));
  }

  @GetMapping("/to-thank")
  ToThankView toThank(Scope scope) {
    return people.toThank(scope, MOST_TO_THANK);
  }

  @GetMapping("/{id}/mentions")
  PersonMentionsView mentions(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return people.mentions(scope, id, Page.of(cursor, limit, USUAL));
  }
}
