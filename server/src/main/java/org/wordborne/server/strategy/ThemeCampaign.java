package org.wordborne.server.strategy;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.BriefDraft;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.strategy.StrategyView.StrategyThemeRow;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.SignedIn;

/// Makes a theme a campaign: the brief begins with what people say and what it meets.
@Component
class ThemeCampaign {
  private final StrategyReader reader;
  private final StrategyBook book;
  private final Campaigns campaigns;

  ThemeCampaign(StrategyReader reader, StrategyBook book, Campaigns campaigns) {
    this.reader = reader;
    this.book = book;
    this.campaigns = campaigns;
  }

  /// The campaign that was begun; the same one for the same theme.
  ///
  /// @throws ConflictException where the theme does not fit, by a person's word or else by ours
  UUID make(SignedIn by, UUID theme) {
    StrategyThemeRow row =
        reader.view(by.scope()).themes().stream()
            .filter(one -> one.id().equals(theme))
            .findFirst()
            .orElseThrow(() -> StrategyBook.missing(theme));
    UUID known = row.campaign();
    if (known != null) {
      return known;
    }
    if (!fits(row)) {
      throw new ConflictException(
          "'%s' does not fit what you set out to do. Decide that it fits, and say why."
              .formatted(row.name()));
    }
    UUID made = campaigns.draft(by, draft(row));
    book.campaign(by.scope(), theme, made);
    return made;
  }

  private static boolean fits(StrategyThemeRow row) {
    var decided = row.decided();
    return decided == null
        ? row.verdict().word().equals("fits")
        : decided.verdict().equals("fits") && !decided.answer().equals("no");
  }

  private static BriefDraft draft(StrategyThemeRow row) {
    String aim =
        row.verdict().because().stream()
            .filter(one -> one.kind().equals("aim") || one.kind().equals("competence"))
            .map(StrategyView.BecauseView::text)
            .findFirst()
            .orElse("What people ask for: " + row.name());
    List<UUID> quotes = row.voices().stream().map(MentionView::id).toList();
    return new BriefDraft(row.name(), aim, row.persons(), row.query(), "", null, row.id(), quotes);
  }
}
