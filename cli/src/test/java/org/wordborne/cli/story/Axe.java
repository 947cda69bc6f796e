package org.wordborne.cli.story;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// axe-core as the pages' own npm packages bring it: WCAG 2.2, levels A and AA.
final class Axe {
  private static final String ALL =
      "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}";
  private static final String COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}";
  private static final String RUN =
      """
      async () => {
        const { violations } = await axe.run(document, %s);
        return violations.flatMap((rule) => rule.nodes.map((node) =>
          `${rule.id} at ${node.target.join(' ')}: ${node.html.slice(0, 140)}: `
            + node.failureSummary.split('\\n').slice(1).join(' ').trim()));
      }
      """;
  private static final String SOURCE = source();

  private Axe() {}

  /// What breaks the guidelines on the page as it is; empty is good.
  static List<String> violations(Page page) {
    return run(page, ALL);
  }

  /// The part of it that another colour scheme can change.
  static List<String> colourViolations(Page page) {
    return run(page, COLOURS);
  }

  @SuppressWarnings("unchecked")
  private static List<String> run(Page page, String options) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(SOURCE);
    }
    return (List<String>) page.evaluate(RUN.formatted(options));
  }

  private static String source() {
    var file = Repository.root().resolve("ui/node_modules/axe-core/axe.min.js");
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(file + ": run npm ci in ui/ (the build does it)", missing);
    }
  }
}
