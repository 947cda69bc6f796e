package org.wordborne.server.campaign.publish;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.publish.CalendarEntry.VariantView;
import org.wordborne.server.campaign.publish.PublicationDesk.SeenText;
import org.wordborne.server.publicpage.ClientAsk;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicForm;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.workspace.BadInputException;

/// What a client sees who is asked to approve a post: what, where, when, and each text by itself.
@Component
class PublicationAsk implements ClientAsk {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 2_000;
  private final Publications publications;
  private final PublicationDesk desk;

  PublicationAsk(Publications publications, PublicationDesk desk) {
    this.publications = publications;
    this.desk = desk;
  }

  @Override
  public String kind() {
    return PublicationDesk.LINK;
  }

  @Override
  public Html show(Door door, ClientVisit visit) {
    CalendarEntry entry = publications.get(door.scope(), door.about());
    Html page = Html.page(visit.frame(entry.title()));
    page.lead(
        entry.title(),
        visit
            .words("Planned for %s (%s) by %s.", "Geplant für %s (%s) von %s.")
            .formatted(entry.local().replace('T', ' '), entry.zone(), entry.madeBy()));
    if (visit.stale()) {
      page.answer("note", it -> it.p(stale(visit)));
    }
    page.p(
        visit.words(
            "Each text goes to one place. Approve it, or say what should change; the others stay"
                + " as they are.",
            "Jeder Text geht an einen Ort. Geben Sie ihn frei oder sagen Sie, was anders sein"
                + " soll; die übrigen bleiben, wie sie sind."));
    entry
        .variants()
        .forEach(
            text -> page.section(text.sourceName(), it -> text(it, entry.title(), text, visit)));
    return page;
  }

  private static String stale(ClientVisit visit) {
    return visit.words(
        "The words were changed while you looked at them, so your answer was not taken. Here they"
            + " stand as they are now.",
        "Die Worte wurden geändert, während Sie sie ansahen; darum gilt Ihre Antwort nicht. Hier"
            + " stehen sie, wie sie jetzt sind.");
  }

  private static void text(Html page, String title, VariantView text, ClientVisit visit) {
    page.text(text.text());
    if (text.state().equals("waiting")) {
      Refused sent = visit.refused();
      Refused own = sent.get("text").equals(text.id().toString()) ? sent : Refused.NOTHING;
      own.tell(page);
      page.form(visit.action(), visit.formToken(), form -> form(form, title, text, visit, own));
    } else {
      page.answer(
          mood(text.state()),
          it -> {
            it.line(line -> line.bold(told(text, visit)));
            if (text.note() != null) {
              it.text(text.note());
            }
          });
    }
  }

  private static void form(
      PublicForm form, String title, VariantView text, ClientVisit visit, Refused sent) {
    form.hidden("text", text.id().toString())
        .hidden("sha256", Variant.hash(title, text.text()))
        .field("name", visit.words("Your name", "Ihr Name"), sent.fill("name", Field.text()))
        .area(
            "note",
            visit.words("What should change, if anything", "Was anders sein soll, falls etwas"),
            sent.fill("note", new Field("text", "", "", false, LONGEST_NOTE, "off")))
        .send(visit.words("Approve this text", "Diesen Text freigeben"))
        .send(visit.words("Ask for a change", "Um eine Änderung bitten"), "change", "yes");
  }

  private static String mood(String state) {
    return switch (state) {
      case "approved", "paused", "sending", "sent" -> "good";
      case "changes", "draft" -> "waits";
      case "missed", "refused", "unknown", "cancelled" -> "note";
      default -> "note";
    };
  }

  private static String told(VariantView text, ClientVisit visit) {
    String by = text.approvedBy() == null ? "" : text.approvedBy();
    return switch (text.state()) {
      case "approved", "sending" ->
          visit.words("Approved by " + by + ".", "Freigegeben von " + by + ".");
      case "paused" ->
          visit.words(
              "Approved by " + by + "; it is held back for now.",
              "Freigegeben von " + by + "; es wird vorerst zurückgehalten.");
      case "sent" -> visit.words("Published.", "Veröffentlicht.");
      case "changes" -> visit.words("You asked for a change:", "Sie baten um eine Änderung:");
      case "draft" -> visit.words("It is being rewritten.", "Es wird neu geschrieben.");
      case "cancelled" -> visit.words("It was cancelled.", "Es wurde abgesagt.");
      default -> visit.words("It was not published so far.", "Es ist noch nicht erschienen.");
    };
  }

  @Override
  public boolean answer(Door door, Posted posted) {
    String name = posted.get("name");
    if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("\n")) {
      throw new BadInputException("name", name, "Your name is needed, in at most 100 letters.");
    }
    boolean change = posted.ticked("change");
    String note = posted.get("note");
    if (change && note.isBlank() || note.length() > LONGEST_NOTE) {
      throw new BadInputException(
          "note", null, "Say what should change, in at most 2,000 letters.");
    }
    var seen = new SeenText(text(posted), posted.get("sha256"));
    return desk.decide(door.scope(), door.about(), seen, !change, name, note);
  }

  private static UUID text(Posted posted) {
    try {
      return UUID.fromString(posted.get("text"));
    } catch (IllegalArgumentException none) {
      throw new BadInputException("text", null, "The form does not say which text is meant.");
    }
  }
}
