package org.wordborne.server.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of people.
public record PeoplePage(List<PersonRow> people, @Nullable String next, long total) {}
