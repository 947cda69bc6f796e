package org.wordborne.server.campaign;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.pack.Facts;
import org.wordborne.server.campaign.pack.PackFinding;
import org.wordborne.server.campaign.rules.RulesTemplate;
import org.wordborne.server.campaign.rules.UnknownFactsException;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;

/* Writes the official rules out of templates and facts, a version each time. */
@Component
class RulesWriter {
  private static final Set<String> LANGUAGES = Set.of("en", "de");
  private static final int LONGEST = 4_000;
  private final CampaignFacts facts;
  private final CampaignRules rules;
  private final Journals journals;
  private final InstantSource clock;

  RulesWriter(CampaignFacts facts, CampaignRules rules, Journals journals, InstantSource clock) {
    this.facts = facts;
    this.rules = rules;
    this.journals = journals;
    this.clock = clock;
  }

  /* Before the start languages are written; after it only what makes them clearer is added. */
  record CampaignRulesRequest(
      @Nullable List<String> languages, @Nullable Map<String, String> clarification) {}

  void write(SignedIn by, JdbcClient tx, CampaignRecord known, CampaignRulesRequest asked) {
    Scope scope = by.scope();
    var before = rules.all(scope, known.id());
    int version = before.isEmpty() ? 1 : before.getFirst().version() + 1;
    var texts =
        known.startedAt() == null
            ? written(scope, tx, known, version, asked)
            : clarified(before, version, asked);
    var line = new TreeMap<String, String>();
    line.put("version", Integer.toString(version));
    texts.forEach(
        (language, text) -> {
          String hash = Sha256.hex(text);
          line.put("hash-" + language, hash);
          insert(by, tx, known, new RulesText(version, language, text, hash, clock.instant()));
        });
    journals.write(
        scope,
        tx,
        "campaign/" + known.id(),
        known.id(),
        known.startedAt() == null ? "rules.written" : "rules.clarified",
        line,
        by);
  }

  private SortedMap<String, String> written(
      Scope scope, JdbcClient tx, CampaignRecord known, int version, CampaignRulesRequest asked) {
    var languages =
        asked.languages() == null || asked.languages().isEmpty()
            ? List.of("en")
            : asked.languages();
    // The languages are a fact themselves, which the text must already know.
    var all = facts.all(scope, tx, known).facts();
    var findings = CampaignLaw.findings(all, known);
    var texts = new TreeMap<String, String>();
    for (String language : languages) {
      if (!LANGUAGES.contains(language)) {
        throw new BadInputException("languages", language, "There are templates in en and de.");
      }
      try {
        texts.put(language, text(known, all, findings, version, language));
      } catch (UnknownFactsException unknown) {
        throw new BadInputException(
                "facts",
                null,
                "The rules cannot be written yet; answer these first: "
                    + String.join(", ", unknown.facts())
                    + ".")
            .with("facts", unknown.facts());
      }
    }
    return texts;
  }

  private static String text(
      CampaignRecord known, Facts all, List<PackFinding> findings, int version, String language)
      throws UnknownFactsException {
    var clauses = new HashSet<String>();
    findings.forEach(finding -> clauses.add(finding.clause()));
    return RulesTemplate.of(language)
        .write(
            new RulesTemplate.Campaign(
                known.name(), known.startsAt(), known.endsAt(), known.zone(), version),
            all,
            clauses);
  }

  private static SortedMap<String, String> clarified(
      List<RulesText> before, int version, CampaignRulesRequest asked) {
    var words = asked.clarification();
    if (words == null || words.isEmpty()) {
      throw new ConflictException(
          "The campaign has begun: its rules may only be made clearer, to the good of entrants.");
    }
    var texts = new TreeMap<String, String>();
    for (RulesText old : before) {
      if (old.version() == version - 1) {
        String word = words.getOrDefault(old.language(), "").strip();
        if (word.isEmpty() || word.length() > LONGEST) {
          throw new BadInputException(
              "clarification." + old.language(),
              word,
              "These rules stand in " + old.language() + " too: 1 to 4,000 characters.");
        }
        texts.put(
            old.language(), old.text() + RulesTemplate.clarified(old.language(), version, word));
      }
    }
    return texts;
  }

  private static void insert(SignedIn by, JdbcClient tx, CampaignRecord known, RulesText text) {
    tx.sql(
            """
            insert into campaign_rules (workspace_id, campaign_id, version, language, text, hash,
              made_by, made_at)
            values (:workspace, :campaign, :version, :language, :text, :hash, :by::uuid, :at)\
            """)
        .param("workspace", by.workspace().value())
        .param("campaign", known.id())
        .param("version", text.version())
        .param("language", text.language())
        .param("text", text.text())
        .param("hash", text.hash())
        .param("by", by.person())
        .param("at", CampaignBook.at(text.madeAt()))
        .update();
  }

  /* Whether the facts of now would make other rules. */
  static boolean isOld(
      CampaignRecord known, Facts all, List<PackFinding> findings, List<RulesText> texts) {
    var old = new ArrayList<String>();
    for (RulesText text : texts) {
      if (text.version() == texts.getFirst().version()) {
        try {
          String now = text(known, all, findings, text.version(), text.language());
          if (!now.equals(text.text())) {
            old.add(text.language());
          }
        } catch (UnknownFactsException gone) {
          old.add(text.language());
        }
      }
    }
    return !old.isEmpty();
  }
}
