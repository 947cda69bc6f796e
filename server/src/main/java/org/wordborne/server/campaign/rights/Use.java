package org.wordborne.server.campaign.rights;

import java.util.Arrays;
import java.util.List;
import org.wordborne.server.workspace.BadInputException;

/// What words may be used for, each asked and ticked by itself. Training a program with them is
/// no use that can be asked for.
enum Use {
  SITE("site", "On our web site and in its gallery", "Auf unserer Website und in ihrer Galerie"),
  POSTS("posts", "In posts of our own", "In eigenen Beiträgen"),
  PRINT("print", "In print, as on a card or a poster", "Gedruckt, etwa auf Karte oder Plakat"),
  MAIL("mail", "In letters and mails to customers", "In Briefen und Mails an Kundschaft");

  private final String word;
  private final String english;
  private final String german;

  Use(String word, String english, String german) {
    this.word = word;
    this.english = english;
    this.german = german;
  }

  String word() {
    return word;
  }

  String text(boolean inGerman) {
    return inGerman ? german : english;
  }

  static Use of(String word) {
    return Arrays.stream(values())
        .filter(use -> use.word.equals(word))
        .findFirst()
        .orElseThrow(
            () -> new BadInputException("uses", word, "Right are site, posts, print, mail."));
  }

  /// The uses of these words, in one order, each once.
  static List<String> checked(List<String> words) {
    List<Use> named = words.stream().map(Use::of).toList();
    if (named.isEmpty()) {
      throw new BadInputException("uses", null, "Name at least one: site, posts, print, mail.");
    }
    return Arrays.stream(values()).filter(named::contains).map(Use::word).toList();
  }
}
