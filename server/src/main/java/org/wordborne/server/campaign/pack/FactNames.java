package org.wordborne.server.campaign.pack;

import static org.wordborne.server.campaign.pack.FactKind.COUNT;
import static org.wordborne.server.campaign.pack.FactKind.DAY;
import static org.wordborne.server.campaign.pack.FactKind.MONEY;
import static org.wordborne.server.campaign.pack.FactKind.PLACE;
import static org.wordborne.server.campaign.pack.FactKind.PLACES;
import static org.wordborne.server.campaign.pack.FactKind.TEXT;
import static org.wordborne.server.campaign.pack.FactKind.WORD;
import static org.wordborne.server.campaign.pack.FactKind.WORDS;
import static org.wordborne.server.campaign.pack.FactKind.YES_NO;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/* The table of facts; the order is that of the form. */
final class FactNames {
  private static final List<String> NO_WORDS = List.of();
  private final List<FactName> made = new ArrayList<>();

  private FactNames() {}

  static List<FactName> all() {
    var names = new FactNames();
    names.whoAndWhom();
    names.howOneEntersAndWins();
    names.prizesAndTimes();
    return List.copyOf(names.made);
  }

  private void whoAndWhom() {
    add(1, "promoter.name", TEXT, "Who promotes it?", "Wer veranstaltet es?");
    add(1, "promoter.address", TEXT, "At which postal address?", "Unter welcher Postanschrift?");
    add(1, "promoter.contact", TEXT, "How is the promoter reached?", "Wie erreicht man ihn?");
    word(
        1,
        "promoter.kind",
        "What is the promoter?",
        "Was ist der Veranstalter?",
        "person",
        "company",
        "charity");
    add(1, "promoter.country", PLACE, "In which country?", "In welchem Land sitzt er?");
    word(
        1,
        "promoter.sector",
        "Is one of these sold?",
        "Wird eines davon verkauft?",
        "none",
        "alcohol",
        "tobacco",
        "finance",
        "health",
        "gambling");
    add(
        1,
        "outlet.inRegion",
        YES_NO,
        "Are there shops of yours where one may enter?",
        "Gibt es eigene Läden, in denen man teilnehmen kann?");
    add(
        1,
        "audience.regions",
        PLACES,
        "Where do those live who may enter?",
        "Wo wohnen die, die teilnehmen dürfen?");
    add(1, "audience.minAge", COUNT, "From which age on?", "Ab welchem Alter?");
    add(1, "audience.children", YES_NO, "Is it aimed at children?", "Richtet es sich an Kinder?");
    add(
        1,
        "languages",
        WORDS,
        "In which languages is it advertised?",
        "In welchen Sprachen wird geworben?");
  }

  private void howOneEntersAndWins() {
    word(
        2,
        "selection",
        "How are winners found?",
        "Wie werden die Gewinner gefunden?",
        "none",
        "chance",
        "skill",
        "mixed",
        "instant",
        "firstN",
        "vote");
    words(
        2,
        "entry.methods",
        "In which ways does one enter?",
        "Auf welchen Wegen nimmt man teil?",
        "form",
        "hashtag",
        "comment",
        "referral",
        "staff",
        "post",
        "code",
        "upload",
        "follow");
    word(
        2,
        "entry.purchase",
        "Must one buy something?",
        "Muss man etwas kaufen?",
        "none",
        "optional",
        "required");
    add(
        2,
        "entry.transactionValue",
        MONEY,
        "What does that purchase cost?",
        "Was kostet dieser Kauf?");
    add(
        2,
        "entry.cost",
        MONEY,
        "What does entering itself cost?",
        "Was kostet die Teilnahme selbst?");
    add(
        2,
        "freeRoute.exists",
        YES_NO,
        "Is there a way to enter for nothing?",
        "Gibt es einen Weg, umsonst teilzunehmen?");
    add(
        2,
        "freeRoute.equal",
        YES_NO,
        "Is that way as easy, as visible and as likely to win?",
        "Ist dieser Weg ebenso leicht, sichtbar und aussichtsreich?");
    word(
        2,
        "draw.method",
        "By what is it drawn?",
        "Wodurch wird gezogen?",
        "beacon",
        "computer",
        "person",
        "notary");
    add(
        2,
        "draw.witness",
        YES_NO,
        "Is an independent person there, or can anybody check it?",
        "Ist eine unabhängige Person dabei, oder kann es jeder nachprüfen?");
    add(2, "judges.count", COUNT, "How many judges are there?", "Wie viele Preisrichter?");
    add(
        2,
        "judges.independent",
        YES_NO,
        "Is one judge independent of you and the entrants?",
        "Ist einer der Preisrichter von Ihnen und den Teilnehmern unabhängig?");
    add(
        2,
        "skillQuestion",
        YES_NO,
        "Is a question of skill asked?",
        "Wird eine Wissensfrage gestellt?");
    add(2, "odds", TEXT, "What do the chances to win depend on?", "Wovon hängen die Chancen ab?");
    words(
        2,
        "platforms",
        "On which networks does it run?",
        "Auf welchen Netzwerken läuft es?",
        "facebook",
        "instagram",
        "x",
        "youtube",
        "tiktok",
        "linkedin",
        "mastodon",
        "bluesky",
        "forum");
    add(2, "contest.question", TEXT, "What is asked?", "Was ist gefragt?");
    add(2, "contest.tag", TEXT, "Which hashtag?", "Welches Hashtag?");
    add(2, "contest.opens", TEXT, "From when are entries taken?", "Ab wann nimmt man teil?");
    add(2, "contest.closes", TEXT, "Until when are entries taken?", "Bis wann nimmt man teil?");
    add(
        2,
        "contest.perPerson",
        COUNT,
        "How many entries of one person count?",
        "Wie viele Teilnahmen einer Person zählen?");
    add(
        2,
        "contest.claimDays",
        COUNT,
        "In how many days must a winner answer?",
        "Binnen wie vieler Tage muss ein Gewinner antworten?");
    add(
        2,
        "contest.appealDays",
        COUNT,
        "In how many days may one appeal?",
        "Binnen wie vieler Tage ist Einspruch möglich?");
    add(
        2,
        "data.place",
        PLACE,
        "Where are entrants' data kept?",
        "Wo liegen die Daten der Teilnehmer?");
    add(
        2,
        "data.newsletterBundled",
        YES_NO,
        "Does entering also sign one up for a newsletter?",
        "Bestellt man mit der Teilnahme auch einen Newsletter?");
    add(
        2,
        "disclosure.told",
        YES_NO,
        "Are entrants who post told to say that it is for a contest?",
        "Wird Teilnehmern gesagt, dass sie im Beitrag das Gewinnspiel nennen müssen?");
    add(
        2,
        "publicity.condition",
        YES_NO,
        "Must a winner agree to be shown in advertising?",
        "Muss ein Gewinner der Werbung mit seiner Person zustimmen?");
  }

  private void prizesAndTimes() {
    add(
        3,
        "prizes.description",
        TEXT,
        "What is won, and how many of each?",
        "Was wird gewonnen, und wie oft?");
    add(
        3,
        "prizes.announcedTotal",
        MONEY,
        "What are all prizes worth, over the whole series?",
        "Was sind alle Preise der ganzen Reihe wert?");
    add(
        3,
        "prizes.total",
        MONEY,
        "What are the prizes of this one worth?",
        "Was sind die Preise dieser einen Runde wert?");
    add(
        3,
        "prizes.series",
        COUNT,
        "How many draws are in the series?",
        "Wie viele Ziehungen hat die Reihe?");
    add(3, "prizes.count", COUNT, "How many prizes are there?", "Wie viele Preise gibt es?");
    add(
        3,
        "prize.value",
        MONEY,
        "What is the dearest prize worth?",
        "Was ist der teuerste Preis wert?");
    add(
        3,
        "expectedSales",
        MONEY,
        "Which sales do you expect of it?",
        "Welchen Umsatz erwarten Sie davon?");
    add(
        3,
        "winner.yearTotal",
        MONEY,
        "What may one winner get of you in all this year?",
        "Was bekommt ein Gewinner im ganzen Jahr höchstens von Ihnen?");
    add(3, "dates.advertised", DAY, "When does advertising begin?", "Wann beginnt die Werbung?");
    add(3, "dates.start", DAY, "When does it begin?", "Wann beginnt es?");
    add(3, "dates.end", DAY, "When does it close?", "Wann endet es?");
    add(3, "dates.draw", DAY, "When is it drawn or judged?", "Wann wird gezogen oder bewertet?");
    add(3, "dates.award", DAY, "When are winners told?", "Wann erfahren es die Gewinner?");
    add(3, "dates.claimBy", DAY, "Until when must they answer?", "Bis wann müssen sie antworten?");
    add(
        3,
        "dates.deliverBy",
        DAY,
        "Until when do they have the prize?",
        "Bis wann haben sie den Preis?");
    word(
        3,
        "winners.published",
        "What is said of winners?",
        "Was wird über Gewinner gesagt?",
        "name-and-county",
        "on-request",
        "nothing");
    add(
        3,
        "rules.languages",
        WORDS,
        "In which languages are the rules?",
        "In welchen Sprachen gibt es die Bedingungen?");
    add(
        3,
        "rules.changedAfterStart",
        YES_NO,
        "Were the rules changed after the start?",
        "Wurden die Bedingungen nach Beginn geändert?");
  }

  private void add(int step, String name, FactKind kind, String english, String german) {
    made.add(new FactName(name, kind, step, NO_WORDS, Map.of("en", english, "de", german)));
  }

  private void word(int step, String name, String english, String german, String... words) {
    made.add(new FactName(name, WORD, step, List.of(words), Map.of("en", english, "de", german)));
  }

  private void words(int step, String name, String english, String german, String... words) {
    made.add(new FactName(name, WORDS, step, List.of(words), Map.of("en", english, "de", german)));
  }
}
