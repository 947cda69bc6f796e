package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.campaign.CampaignLawView.SignOffView;
import org.wordborne.server.campaign.pack.PackFinding;

/* Gathers what is missing, in the words of people. */
final class Lacks {
  private final List<CampaignLack> all = new ArrayList<>();

  List<CampaignLack> all() {
    return List.copyOf(all);
  }

  private void add(String code, String about, String english, String german) {
    all.add(new CampaignLack(code, about, Map.of("en", english, "de", german)));
  }

  void times(CampaignRecord known, Instant now) {
    Instant ends = known.endsAt();
    if (known.startsAt() == null || ends == null) {
      add("times", "", "It has no start or no end yet.", "Beginn oder Ende fehlen noch.");
    } else if (!ends.isAfter(now)) {
      add("times", "", "Its end has passed.", "Das Ende ist vorbei.");
    }
  }

  void finding(PackFinding finding, @Nullable SignOffView signed) {
    String key = finding.key();
    if (finding.rule().equals("no-pack")) {
      if (signed == null || !signed.holds() || !signed.regions().contains(finding.pack())) {
        add("region", finding.pack(), text(finding, "en"), text(finding, "de"));
      }
    } else if (finding.rule().startsWith("ask:")) {
      add("ask", finding.rule().substring(4), text(finding, "en"), text(finding, "de"));
    } else if (finding.level().equals("block")) {
      add("block", key, text(finding, "en"), text(finding, "de"));
    } else if (finding.level().equals("must")
        && finding.task() == null
        && finding.clause().isEmpty()) {
      add("must", key, text(finding, "en"), text(finding, "de"));
    }
  }

  private static String text(PackFinding finding, String language) {
    return finding.text().getOrDefault(language, finding.rule());
  }

  void task(CampaignTaskView task) {
    if (!task.beforeStart() || !task.must()) {
      return;
    }
    String about = task.fromRule().isEmpty() ? task.id().toString() : task.fromRule();
    String code = task.fromRule().isEmpty() ? "own-task" : "task";
    String english = task.title().getOrDefault("en", "");
    String german = task.title().getOrDefault("de", "");
    boolean ofLaw = !task.fromRule().isEmpty();
    if (!task.isDone()) {
      String due = task.due() == null ? "" : " (" + task.due() + ")";
      String late = task.late() && ofLaw ? ": the day has passed" : ": not done";
      String spaet = task.late() && ofLaw ? ": der Tag ist vorbei" : ": nicht getan";
      add(code, about, english + due + late, german + due + spaet);
    } else if (task.late() && ofLaw) {
      add(
          code,
          about,
          english
              + ": done on "
              + task.doneOn()
              + ", it was due on "
              + task.due()
              + ". Move the"
              + " start.",
          german
              + ": getan am "
              + task.doneOn()
              + ", fällig war es am "
              + task.due()
              + ". Verschieben Sie den Beginn.");
    }
  }

  void rules(List<RulesText> current, boolean isOld) {
    if (current.isEmpty()) {
      add("rules", "", "The official rules are not written.", "Die Bedingungen fehlen.");
    } else if (isOld) {
      add(
          "rules",
          "old",
          "The rules no longer say what the facts say. Write them again.",
          "Die Bedingungen sagen nicht mehr, was die Angaben sagen. Schreiben Sie sie neu.");
    }
  }

  void signOff(@Nullable SignOffView signed) {
    if (signed == null) {
      add(
          "sign-off",
          "",
          "Nobody has signed for it. This is no legal advice: a person must.",
          "Niemand hat dafür gezeichnet. Dies ist keine Rechtsberatung: ein Mensch muss es.");
    } else if (!signed.holds()) {
      add(
          "sign-off-void",
          "",
          "Packs, facts or rules changed after " + signed.name() + " signed: the sign-off is void.",
          "Pakete, Angaben oder Bedingungen haben sich geändert, seit "
              + signed.name()
              + " gezeichnet hat: die Freigabe ist hinfällig.");
    }
  }
}
