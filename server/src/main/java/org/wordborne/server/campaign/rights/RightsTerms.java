package org.wordborne.server.campaign.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.wordborne.server.workspace.Sha256;

/// What a person is asked to agree to, in full; its hash stands in the book.
final class RightsTerms {
  private RightsTerms() {}

  static String text(String brand, List<String> uses, LocalDate until, boolean german) {
    String who = brand.isEmpty() ? german ? "Wir" : "We" : brand;
    String named =
        uses.stream()
            .map(use -> Use.of(use).text(german))
            .map(use -> "- " + use)
            .collect(Collectors.joining("\n"));
    return german
        ? """
        %s möchte diese Worte verwenden, weltweit, bis %s, und nur so, wie Sie es ankreuzen:

        %s

        Die Worte bleiben Ihre. Sie werden nicht verändert, nur gekürzt, wo „…“ steht. Sie werden \
        keinem Programm zum Lernen gegeben. Es gibt dafür kein Geld, und nichts anderes hängt davon \
        ab. Mit diesem Link können Sie jederzeit alles zurücknehmen; ab dann wird nichts davon mehr \
        gezeigt oder gesendet. Was gedruckt ist, wird nicht nachgedruckt."""
            .formatted(who, until, named)
        : """
        %s would like to use these words, worldwide, until %s, and only as you tick below:

        %s

        The words stay yours. They are not changed, only shortened where "…" stands. They are given \
        to no program to learn from. There is no money in it, and nothing else depends on it. With \
        this link you can take everything back at any time; from then on none of it is shown or \
        sent. What is printed is not printed again."""
            .formatted(who, until, named);
  }

  static String hash(String text) {
    return Sha256.hex(text);
  }
}
