package org.wordborne.server.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.access.Permission;

/// Who works in a workspace.
@Component
public class Members {
  private final Transactions transactions;

  Members(Transactions transactions) {
    this.transactions = transactions;
  }

  /// All members, suspended ones too, by name: for names of who did what.
  public List<Member> all(Scope scope) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    select a.id, a.name, a.email, m.role, m.state
                    from member m join account a on a.id = m.account_id
                    order by lower(a.name), a.id
                    """)
                .query(
                    (row, _) ->
                        new Member(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("role"),
                            row.getString("state"),
                            initials(row.getString("name"))))
                .list());
  }

  /// Those who may do that now, by name.
  public List<Member> who(Scope scope, Permission may) {
    return all(scope).stream().filter(member -> member.may(may)).toList();
  }

  /// The member with that id, if there is one in this workspace.
  public Optional<Member> find(Scope scope, UUID id) {
    return all(scope).stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /// The first letters of the first and the last word of `name`, as `IB` for Ines Berg.
  public static String initials(String name) {
    List<String> words =
        Stream.of(name.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      return "?";
    }
    Stream<String> chosen =
        words.size() == 1 ? words.stream() : Stream.of(words.getFirst(), words.getLast());
    return chosen.map(Members::firstLetter).collect(Collectors.joining());
  }

  private static String firstLetter(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
