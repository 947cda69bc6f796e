package org.wordborne.server.strategy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a text that can name a theme: folded, without those that only hold a sentence
/// together.
final class Wordings {
  private static final Pattern LINK = Pattern.compile("(?i)\\b(https?://|www\\.)\\S+|[@#]\\S+");
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /* English and German; other words of this kind fail the test of being said more by those who
  ask. Words of wishing are here too: they tell that something is wanted, not what. */
  private static final Set<String> HOLDING =
      Set.copyOf(
          List.of(
              """
          a about after again all also always am an and another any anybody anyone anything are as ask
          asked asking at away back be because been before being best better between big both but by
          call came can cannot cant close come comes could day days did didnt do does doesnt doing
          done dont down each else even ever every everybody everyone everything far few find fine
          first for from gave get gets getting give go goes going gone good got great had has have
          havent having he hear heard her here hers him his hope hoping how i id if ill im in instead
          into is isnt it its ive just keep kind knew know knows last later least less let like
          little long look looking lot lots love loved made make makes many maybe me mean might mine
          minute minutes more morning most much must my need needs never new next nice no nobody none
          nor not nothing now of off often ok okay old on once one only open or other others our ours
          out over own people per perhaps place please possible pretty put quite rather really right
          said same saw say saying says see seen sell several shall she should since so some somebody
          somehow someone something sometimes soon sorry start still such sure take takes tell than
          thank thanks that thats the their them then there theres these they theyre thing things
          think this those though three through time times to today together told tomorrow too took
          tried try trying two under until up us use used very via wait waiting want wanted wants was
          wasnt way we week weeks well went were werent what when where whether which while who whole
          whom whose why will wish wished wishing with within without wont wonder wondering word
          would wouldnt year years yes yesterday yet you your yours
                  during hour hours price half past noon evening afternoon monday tuesday wednesday
                  thursday friday saturday sunday minuten stunde stunden uhr preis
          aber alle alles als also am an andere auch auf aus bei beim bin bis bitte da dann darf das
          dass dein dem den denn der des dich die dies diese dir doch dort du durch ein eine einem
          einen einer eines er es etwas euch euer fur gab ganz gar gerade gern gerne gibt gut gute
          guten hab habe haben hat hatte hatten hatte her heute hier ich ihm ihn ihr im immer in ins
          ist ja jede jeden jeder jetzt kann kein keine keinen konnen konnte konnt kommt lang lange
          lieber machen macht mag mal man mehr mein meine mich mir mit mochte morgen muss nach nicht
          nichts nie nieman noch nun nur ob oder ohne schade schon sehr sei sein seine seit sich sie
          sind so soll sollte sonst tag tage um und uns unser unsere viel viele vom von vor wann war
          waren warum was weil weiss wenn wer werde werden wie wieder will wir wird wirklich wo
          wollen wunsch wunsche wunschen wurde wurden zu zum zur zwei
          """
                  .strip()
                  .split("\\s+")));

  private Wordings() {}

  /// The words of a text in their order; a word that names nothing is an empty place.
  static List<String> of(String text, Set<String> except) {
    var words = new ArrayList<String>();
    String plain = LINK.matcher(text).replaceAll(" ").replace("'", "").replace("’", "");
    for (String word : APART.split(fold(plain))) {
      if (!word.isEmpty()) {
        words.add(names(word) && !except.contains(word) ? word : "");
      }
    }
    return words;
  }

  private static boolean names(String word) {
    return word.length() > 2 && !Character.isDigit(word.charAt(0)) && !HOLDING.contains(word);
  }

  static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
