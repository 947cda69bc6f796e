package org.wordborne.server.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.publicpage.ClientAsk;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicForm;
import org.wordborne.server.watch.CrisisRoomView.CrisisStatement;

/// The page on which a client approves a statement.
@Component
class StatementAsk implements ClientAsk {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GERMAN =
      DateTimeFormatter.ofPattern("d. MMM yyyy, HH:mm 'UTC'", Locale.GERMAN)
          .withZone(ZoneOffset.UTC);
  private final CrisisStatements statements;

  StatementAsk(CrisisStatements statements) {
    this.statements = statements;
  }

  @Override
  public String kind() {
    return CrisisStatements.KIND;
  }

  @Override
  public Html show(Door door, ClientVisit visit) {
    CrisisStatement statement = statements.find(door.scope(), door.about()).view();
    boolean open = statement.state().equals("sent");
    String title =
        open
            ? visit.words("May we say this?", "Dürfen wir das sagen?")
            : visit.words("A statement", "Eine Stellungnahme");
    Html page = Html.page(visit.frame(title));
    page.lead(
        title,
        visit.words(
            "Version %d, written by %s, %s."
                .formatted(
                    statement.version(), statement.madeBy(), TIME.format(statement.madeAt())),
            "Fassung %d, geschrieben von %s, %s."
                .formatted(
                    statement.version(), statement.madeBy(), GERMAN.format(statement.madeAt()))));
    page.voice(statement.text(), "");
    if (open) {
      visit.refused().tell(page);
      page.form(visit.action(), visit.formToken(), form -> ask(form, visit));
    } else {
      decided(page, statement, visit);
    }
    page.facts(List.of(List.of("SHA-256", statement.hash())));
    return page;
  }

  private static void ask(PublicForm form, ClientVisit visit) {
    form.field(
        "name",
        visit.words("Your name", "Ihr Name"),
        visit
            .refused()
            .fill(
                "name",
                PublicForm.Field.text()
                    .noted(
                        visit.words(
                            "It is kept with the time and this very text.",
                            "Er wird mit der Zeit und genau diesem Text festgehalten."))));
    form.area(
        "note",
        visit.words("What should be changed", "Was geändert werden soll"),
        visit.refused().fill("note", new PublicForm.Field("text", "", "", false, 1_000, "off")));
    form.send(visit.words("Approve", "Freigeben"));
    form.send(visit.words("Ask for a change", "Um eine Änderung bitten"), "change", "yes");
  }

  private static void decided(Html page, CrisisStatement statement, ClientVisit visit) {
    boolean approved = statement.state().equals("approved");
    String by = statement.decidedBy() == null ? "" : statement.decidedBy();
    page.answer(
        approved ? "good" : "waits",
        box -> {
          box.p(
              approved
                  ? visit.words(
                      "Approved by %s, %s.".formatted(by, at(statement, TIME)),
                      "Freigegeben von %s, %s.".formatted(by, at(statement, GERMAN)))
                  : visit.words(
                      "%s asked for a change, %s.".formatted(by, at(statement, TIME)),
                      "%s bat um eine Änderung, %s.".formatted(by, at(statement, GERMAN))));
          if (!statement.note().isEmpty()) {
            box.p(statement.note());
          }
        });
  }

  private static String at(CrisisStatement statement, DateTimeFormatter format) {
    @Nullable Instant at = statement.decidedAt();
    return at == null ? "" : format.format(at);
  }

  /* A link leads to one version, whose words never change. */
  @Override
  public boolean answer(Door door, Posted posted) {
    UUID statement = door.about();
    boolean approves = !posted.ticked("change");
    statements.decide(door.scope(), statement, posted.get("name"), approves, posted.get("note"));
    return true;
  }
}
