package org.wordborne.server.campaign;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.CampaignLawView.PackShown;
import org.wordborne.server.campaign.CampaignLawView.RulesShown;
import org.wordborne.server.campaign.CampaignLawView.SignOffView;
import org.wordborne.server.campaign.CampaignLawView.StartCheck;
import org.wordborne.server.campaign.pack.Facts;
import org.wordborne.server.campaign.pack.Pack;
import org.wordborne.server.campaign.pack.PackFinding;
import org.wordborne.server.campaign.pack.Packs;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;

/* What the law asks of a campaign, what of it is done, and what is still missing. */
@Component
class CampaignLaw {
  private final CampaignFacts facts;
  private final CampaignTasks tasks;
  private final CampaignRules rules;
  private final InstantSource clock;

  CampaignLaw(CampaignFacts facts, CampaignTasks tasks, CampaignRules rules, InstantSource clock) {
    this.facts = facts;
    this.tasks = tasks;
    this.rules = rules;
    this.clock = clock;
  }

  CampaignLawView of(Scope scope, JdbcClient tx, CampaignRecord known) {
    var all = facts.all(scope, tx, known);
    var findings = findings(all.facts(), known);
    var texts = rules.all(scope, known.id());
    String hash = hash(all.facts(), current(texts));
    var todo = tasks.all(scope, tx, known, findings);
    var signed = signOff(tx, known, hash);
    var check =
        known.startedAt() != null
            ? new StartCheck(false, List.of())
            : check(known, all.facts(), findings, todo, texts, signed);
    return new CampaignLawView(
        all.facts().values(),
        all.told().keySet(),
        packs(all.facts()).stream().map(CampaignLaw::shown).toList(),
        findings,
        todo,
        texts.stream()
            .map(
                text -> new RulesShown(text.version(), text.language(), text.hash(), text.madeAt()))
            .toList(),
        signed,
        hash,
        check);
  }

  /* Of a campaign without prizes nothing is asked. */
  private static List<Pack> packs(Facts facts) {
    return facts.text("selection").equals("none")
        ? List.of()
        : Packs.standard().of(facts.list("audience.regions"));
  }

  private static PackShown shown(Pack pack) {
    return new PackShown(pack.jurisdiction(), pack.version(), pack.readOn(), pack.notLookedUp());
  }

  static List<PackFinding> findings(Facts facts, CampaignRecord known) {
    var starts = known.startsAt();
    LocalDate start = starts == null ? null : LocalDate.ofInstant(starts, known.zone());
    return Packs.standard().judge(facts, start);
  }

  private static List<RulesText> current(List<RulesText> texts) {
    return texts.stream().filter(text -> text.version() == texts.getFirst().version()).toList();
  }

  /// SHA-256 over a line for each pack with its version, an empty line, a line for each fact, an
  /// empty line, and the rules that hold in each language.
  private static String hash(Facts facts, List<RulesText> rules) {
    String packs =
        packs(facts).stream()
            .map(pack -> pack.jurisdiction() + " " + pack.version() + "\n")
            .collect(Collectors.joining());
    String texts =
        rules.stream()
            .map(text -> text.language() + "\n" + text.text())
            .collect(Collectors.joining("\n"));
    return Sha256.hex(packs + "\n" + facts.canonical() + "\n" + texts);
  }

  /* The last sign-off counts; an older one is not taken up again. */
  private static @Nullable SignOffView signOff(JdbcClient tx, CampaignRecord known, String hash) {
    return tx.sql("select * from sign_off where campaign_id = ? order by at desc, id desc limit 1")
        .param(known.id())
        .query(
            (row, _) ->
                new SignOffView(
                    row.getObject("id", java.util.UUID.class),
                    row.getString("name"),
                    row.getString("capacity"),
                    List.of((String[]) row.getArray("regions").getArray()),
                    row.getString("hash"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("hash").equals(hash)))
        .optional()
        .orElse(null);
  }

  private StartCheck check(
      CampaignRecord known,
      Facts facts,
      List<PackFinding> findings,
      List<CampaignTaskView> todo,
      List<RulesText> texts,
      @Nullable SignOffView signed) {
    var lacks = new Lacks();
    lacks.times(known, clock.instant());
    findings.forEach(finding -> lacks.finding(finding, signed));
    todo.forEach(lacks::task);
    if (!facts.text("selection").equals("none")) {
      lacks.rules(current(texts), RulesWriter.isOld(known, facts, findings, texts));
      lacks.signOff(signed);
    }
    return new StartCheck(lacks.all().isEmpty(), lacks.all());
  }
}
