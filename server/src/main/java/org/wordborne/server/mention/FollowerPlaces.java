package org.wordborne.server.mention;

import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// How far those are who follow what was heard: people, conversations, tales.
@Component
public class FollowerPlaces {
  private final Transactions transactions;
  private final Mentions mentions;
  private final List<String> names;

  FollowerPlaces(Transactions transactions, Mentions mentions, List<MentionFollower> followers) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.names = followers.stream().map(MentionFollower::name).toList();
  }

  /// How many numbers the slowest of them is behind the newest mention; 0 where all have read all.
  public long behind(Scope scope) {
    return transactions.in(scope, _ -> Math.max(0, mentions.newestSeq(scope) - slowest(scope)));
  }

  /// The number up to which all of them have read.
  long slowest(Scope scope) {
    var places = new HashMap<String, Long>();
    transactions.run(
        scope,
        tx ->
            tx.sql("select name, seq from follower_cursor")
                .query(
                    row -> {
                      places.put(row.getString("name"), row.getLong("seq"));
                    }));
    return names.stream().mapToLong(name -> places.getOrDefault(name, 0L)).min().orElse(0);
  }
}
