package org.wordborne.server.campaign;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.pack.PackFinding;
import org.wordborne.server.campaign.pack.PackTask;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/* Tasks: those of rules are worked out anew each time, only their evidence is kept. */
@Component
class CampaignTasks {
  private static final int LONGEST = 1_000;
  private final Members members;
  private final Ids ids;
  private final InstantSource clock;

  CampaignTasks(Members members, Ids ids, InstantSource clock) {
    this.members = members;
    this.ids = ids;
    this.clock = clock;
  }

  /* What shows that a task was done. */
  record CampaignEvidenceRequest(@Nullable String evidence, @Nullable LocalDate doneOn) {}

  /* A task of one's own. */
  record CampaignTaskRequest(@Nullable String title, @Nullable LocalDate due) {}

  private record Kept(
      UUID id,
      @Nullable String rule,
      String title,
      @Nullable LocalDate due,
      String evidence,
      @Nullable LocalDate doneOn,
      @Nullable UUID doneBy) {}

  List<CampaignTaskView> all(
      Scope scope, JdbcClient tx, CampaignRecord known, List<PackFinding> findings) {
    var kept = new HashMap<UUID, Kept>();
    kept(tx, known.id()).forEach(one -> kept.put(one.id(), one));
    var names = new HashMap<UUID, String>();
    for (Member member : members.all(scope)) {
      names.put(member.id(), member.name());
    }
    var tasks = new ArrayList<CampaignTaskView>();
    for (PackFinding finding : findings) {
      boolean question = isQuestion(finding);
      if (finding.task() != null || question) {
        UUID id = id(known.id(), finding.key());
        tasks.add(ofRule(id, finding, question, kept.get(id), names, known));
      }
    }
    kept.values().stream()
        .filter(one -> one.rule() == null)
        .forEach(one -> tasks.add(own(one, names, known)));
    tasks.sort(
        Comparator.comparing(CampaignTaskView::beforeStart)
            .reversed()
            .thenComparing(CampaignTaskView::due, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CampaignTaskView::id));
    return List.copyOf(tasks);
  }

  /* A rule that asks, in difference to a fact that is missing. */
  private static boolean isQuestion(PackFinding finding) {
    return finding.level().equals("ask") && !finding.rule().startsWith("ask:");
  }

  private CampaignTaskView ofRule(
      UUID id,
      PackFinding finding,
      boolean question,
      @Nullable Kept kept,
      Map<UUID, String> names,
      CampaignRecord known) {
    PackTask task = finding.task();
    LocalDate due = task == null ? null : task.due();
    return new CampaignTaskView(
        id,
        finding.key(),
        task == null ? finding.text() : task.title(),
        due,
        question || task != null && task.isBeforeStart(),
        question || finding.level().equals("must") || finding.level().equals("block"),
        task == null ? "answer" : task.evidence(),
        kept == null ? "" : kept.evidence(),
        kept == null ? null : kept.doneOn(),
        by(kept, names),
        isLate(due, kept, known));
  }

  private CampaignTaskView own(Kept kept, Map<UUID, String> names, CampaignRecord known) {
    LocalDate due = kept.due();
    var start = known.startsAt();
    boolean before =
        due == null || start == null || !due.isAfter(LocalDate.ofInstant(start, known.zone()));
    return new CampaignTaskView(
        kept.id(),
        "",
        Map.of("en", kept.title(), "de", kept.title()),
        due,
        before,
        before,
        "none",
        kept.evidence(),
        kept.doneOn(),
        by(kept, names),
        isLate(due, kept, known));
  }

  private static String by(@Nullable Kept kept, Map<UUID, String> names) {
    UUID by = kept == null ? null : kept.doneBy();
    return by == null ? "" : names.getOrDefault(by, "");
  }

  private boolean isLate(@Nullable LocalDate due, @Nullable Kept kept, CampaignRecord known) {
    if (due == null) {
      return false;
    }
    LocalDate done = kept == null ? null : kept.doneOn();
    return (done == null ? today(known) : done).isAfter(due);
  }

  private LocalDate today(CampaignRecord known) {
    return LocalDate.ofInstant(clock.instant(), known.zone());
  }

  private static List<Kept> kept(JdbcClient tx, UUID campaign) {
    return tx.sql("select * from campaign_task where campaign_id = ?")
        .param(campaign)
        .query(
            (row, _) ->
                new Kept(
                    row.getObject("id", UUID.class),
                    row.getString("from_rule"),
                    row.getString("title"),
                    row.getObject("due", LocalDate.class),
                    row.getString("evidence"),
                    row.getObject("done_on", LocalDate.class),
                    row.getObject("done_by", UUID.class)))
        .list();
  }

  /* The same rule has the same id, before and after there is evidence. */
  private static UUID id(UUID campaign, String rule) {
    return UUID.nameUUIDFromBytes((campaign + " " + rule).getBytes(StandardCharsets.UTF_8));
  }

  void add(Scope scope, JdbcClient tx, UUID campaign, CampaignTaskRequest asked) {
    String title = asked.title() == null ? "" : asked.title().strip();
    if (title.isEmpty() || title.length() > LONGEST) {
      throw new BadInputException("title", asked.title(), "Say in 1 to 1,000 characters what.");
    }
    tx.sql(
            """
            insert into campaign_task (workspace_id, id, campaign_id, title, due)
            values (?, ?, ?, ?, ?)\
            """)
        .params(
            java.util.Arrays.asList(
                scope.workspace().value(),
                ids.next(),
                campaign,
                title,
                asked.due() == null ? null : Date.valueOf(asked.due())))
        .update();
  }

  void remove(JdbcClient tx, UUID campaign, UUID task) {
    int gone =
        tx.sql("delete from campaign_task where campaign_id = ? and id = ? and from_rule is null")
            .params(campaign, task)
            .update();
    if (gone == 0) {
      throw new NotFoundException("There is no task of your own " + task + ".");
    }
  }

  /* Writes down what shows that a task was done; an empty evidence opens it again. */
  void done(
      SignedIn by,
      JdbcClient tx,
      CampaignRecord known,
      CampaignTaskView task,
      CampaignEvidenceRequest given) {
    String evidence = given.evidence() == null ? "" : given.evidence().strip();
    boolean open = evidence.isEmpty() && given.doneOn() == null;
    LocalDate on = given.doneOn() == null ? today(known) : given.doneOn();
    if (on.isAfter(today(known))) {
      throw new BadInputException("doneOn", on, "It cannot have been done after today.");
    }
    if (evidence.length() > LONGEST) {
      throw new BadInputException("evidence", evidence.length(), "At most 1,000 characters.");
    }
    if (!open && evidence.isEmpty() && !task.evidenceKind().equals("none")) {
      throw new BadInputException(
          "evidence", "", "Say what shows it, as the number of the filing or where the file is.");
    }
    tx.sql(
            """
            insert into campaign_task (workspace_id, id, campaign_id, from_rule, evidence, done_on,
              done_by, done_at)
            values (:workspace, :id, :campaign, :rule, :evidence, :on::date, :by::uuid,
              :at::timestamptz)
            on conflict (workspace_id, id) do update set evidence = excluded.evidence,
              done_on = excluded.done_on, done_by = excluded.done_by,
              done_at = excluded.done_at\
            """)
        .param("workspace", by.workspace().value())
        .param("id", task.id())
        .param("campaign", known.id())
        .param("rule", task.fromRule().isEmpty() ? null : task.fromRule())
        .param("evidence", evidence)
        .param("on", open ? null : on.toString())
        .param("by", open ? null : by.person())
        .param("at", open ? null : CampaignBook.at(clock.instant()))
        .update();
  }
}
