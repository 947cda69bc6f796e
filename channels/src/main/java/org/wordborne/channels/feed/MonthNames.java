package org.wordborne.channels.feed;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/* Months by name: English at once, the names of other languages when English did not fit. */
final class MonthNames {
  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private MonthNames() {}

  /* 1 to 12, or 0 if the word is no month. */
  static int of(String word) {
    String folded = DateWords.fold(word);
    if (folded.length() >= 3) {
      int english = ENGLISH.indexOf(folded.substring(0, 3));
      boolean whole = folded.length() <= 4 || isEnglish(folded, english);
      if (english >= 0 && whole) {
        return english + 1;
      }
    }
    return folded.matches("[a-z]{1,2}") ? 0 : Others.NAMES.getOrDefault(folded, 0);
  }

  private static boolean isEnglish(String folded, int month) {
    return month >= 0 && Month.of(month + 1).name().toLowerCase(Locale.ROOT).startsWith(folded);
  }

  /* Loaded only when needed: the names of a language cost some milliseconds each. */
  private static final class Others {
    static final Map<String, Integer> NAMES = new HashMap<>();

    static {
      for (String language :
          List.of(
              "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "da", "nb", "fi", "hu",
              "el", "tr", "ro", "cs", "ca")) {
        for (Month month : Month.values()) {
          add(month, Locale.of(language));
        }
      }
      add("ianouar ian φεβ φεβρ μαρ μαρτ απρ μαι ιουν ιουλ αυγ σεπ σεπτ οκτ νοε νοεμ δεκ");
      NAMES.put("mrz", 3);
      NAMES.put("maujus", 5); // a slip that one maker of Hungarian blogs shipped for years
      NAMES.put("maerz", 3);
      NAMES.put("okt", 10);
      NAMES.put("dez", 12);
    }

    private static void add(Month month, Locale locale) {
      for (TextStyle style :
          List.of(
              TextStyle.FULL,
              TextStyle.SHORT,
              TextStyle.FULL_STANDALONE,
              TextStyle.SHORT_STANDALONE)) {
        NAMES.putIfAbsent(DateWords.fold(month.getDisplayName(style, locale)), month.getValue());
      }
    }

    /* Greek short forms as feeds write them; CLDR has others. */
    private static void add(String greek) {
      Map<String, Integer> starts =
          Map.of("φεβ", 2, "μαρ", 3, "απρ", 4, "μαι", 5, "ιουν", 6, "ιουλ", 7, "αυγ", 8, "σεπ", 9);
      for (String word : greek.split(" ")) {
        for (var start : starts.entrySet()) {
          if (word.startsWith(start.getKey())) {
            NAMES.putIfAbsent(word, start.getValue());
          }
        }
      }
      NAMES.putIfAbsent("ιαν", 1);
      NAMES.putIfAbsent("οκτ", 10);
      NAMES.putIfAbsent("νοε", 11);
      NAMES.putIfAbsent("δεκ", 12);
    }
  }
}
