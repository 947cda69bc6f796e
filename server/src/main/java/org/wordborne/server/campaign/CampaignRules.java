package org.wordborne.server.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The official rules of campaigns: every version is kept, in every language it was written in.
@Component
public class CampaignRules {
  private final Transactions transactions;

  CampaignRules(Transactions transactions) {
    this.transactions = transactions;
  }

  /// All versions, newest first, the languages of one beside each other.
  public List<RulesText> all(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select * from campaign_rules where campaign_id = ?
                    order by version desc, language\
                    """)
                .param(campaign)
                .query(
                    (row, _) ->
                        new RulesText(
                            row.getInt("version"),
                            row.getString("language"),
                            row.getString("text"),
                            row.getString("hash"),
                            row.getTimestamp("made_at").toInstant()))
                .list());
  }

  /// The version that holds, in that language, or in the first there is; none before any was
  /// written.
  public Optional<RulesText> current(Scope scope, UUID campaign, String language) {
    var all = all(scope, campaign);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(chosen(all, all.getFirst().version(), language));
  }

  /// One version, in that language, or in the first there is.
  ///
  /// @throws NotFoundException if there is no such version
  public RulesText version(Scope scope, UUID campaign, int version, String language) {
    return chosen(all(scope, campaign), version, language);
  }

  private static RulesText chosen(List<RulesText> all, int version, String language) {
    var these = all.stream().filter(text -> text.version() == version).toList();
    return these.stream()
        .filter(text -> text.language().equals(language))
        .findFirst()
        .or(() -> these.stream().findFirst())
        .orElseThrow(() -> new NotFoundException("There is no version " + version + "."));
  }
}
