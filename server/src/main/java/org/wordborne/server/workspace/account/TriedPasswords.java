package org.wordborne.server.workspace.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Passwords that are among the first to be tried, known by how they are made and not by a list of
/// them: a word that everybody takes, one's own name, rows of keys, and what people add to those.
///
/// What is left of a password without all that must still be something.
final class TriedPasswords {
  private static final int LEAST_LEFT = 4;
  private static final int LEAST_UNIT = 8;
  private static final int SHORTEST_WORD = 3;
  private static final int SHORTEST_ROW = 4;
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890",
          "qwertyuiop",
          "qwertzuiop",
          "azertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "yxcvbnm",
          "1q2w3e4r5t6z",
          "1q2w3e4r5t6y");
  private static final List<String> WORDS =
      List.of(
          "password",
          "passwort",
          "passwd",
          "kennwort",
          "welcome",
          "willkommen",
          "letmein",
          "changeme",
          "iloveyou",
          "ichliebedich",
          "administrator",
          "admin",
          "master",
          "login",
          "secret",
          "geheim",
          "hello",
          "hallo",
          "guest",
          "root",
          "user",
          "test",
          "default",
          "dragon",
          "monkey",
          "football",
          "fussball",
          "baseball",
          "sunshine",
          "princess",
          "prinzessin",
          "schatz",
          "superman",
          "batman",
          "spring",
          "summer",
          "autumn",
          "winter",
          "sommer",
          "herbst",
          "qwerty",
          "qwertz",
          "wordborne");

  private TriedPasswords() {}

  /// Whether it is one of those.
  ///
  /// @param own words of the person: name, mail address
  static boolean has(String password, List<String> own) {
    String plain = password.toLowerCase(Locale.ROOT);
    return Stream.of(plain, spelt(plain)).anyMatch(text -> isPoor(text, own));
  }

  private static boolean isPoor(String text, List<String> own) {
    String unit = unit(text);
    return unit.length() < text.length() && unit.length() < LEAST_UNIT
        || left(unit, own).length() < LEAST_LEFT;
  }

  /* As in p4$$w0rd. */
  private static String spelt(String text) {
    return text.replace('0', 'o')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's');
  }

  /* What it repeats; itself, if it repeats nothing. */
  private static String unit(String text) {
    int second = (text + text).indexOf(text, 1);
    return text.substring(0, second);
  }

  private static String left(String text, List<String> own) {
    var words = new ArrayList<String>(WORDS);
    own.stream()
        .flatMap(one -> Stream.of(one.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .forEach(words::add);
    String rest = text;
    for (String word : words) {
      rest = rest.replace(word, " ");
    }
    return withoutRows(rest)
        .replaceAll("(.)\\1{2,}", " ")
        .replaceAll("(?<!\\p{N})\\p{N}{1,4}(?!\\p{N})", "")
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String withoutRows(String text) {
    var kept = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int row = row(text, at);
      if (row >= SHORTEST_ROW) {
        kept.append(' ');
        at += row;
      } else {
        kept.append(text.charAt(at));
        at++;
      }
    }
    return kept.toString();
  }

  /* How many letters from there on stand side by side in a row of keys or letters. */
  private static int row(String text, int from) {
    int longest = 1;
    for (String row : ROWS) {
      for (String run : List.of(row, new StringBuilder(row).reverse().toString())) {
        int length = 1;
        while (from + length < text.length()
            && run.contains(text.substring(from, from + length + 1))) {
          length++;
        }
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }
}
