package org.wordborne.server.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a site asks of programs, after RFC 9309: rules for us by name, else those for everybody;
/// of the rules that fit a path the longest holds, and of equals the one that allows.
final class Robots {
  /// How we are called there.
  static final String NAME = "wordborne";

  /// A site without rules.
  static final Robots OPEN = new Robots(List.of());

  /// A site that tells nothing because it is out of order: nobody goes in.
  static final Robots SHUT = new Robots(List.of(new Rule("/", false)));

  private static final int MOST_LINES = 5_000;

  private final List<Rule> rules;

  private Robots(List<Rule> rules) {
    this.rules = rules;
  }

  private record Rule(String path, boolean allows) {
    /* Each part between stars is taken where it comes first: that fits wherever anything does, and
    costs no more than reading the target once a part, whatever a stranger writes. */
    boolean fits(String target) {
      boolean ends = path.endsWith("$");
      String[] parts = (ends ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
      if (!target.startsWith(parts[0])) {
        return false;
      }
      int at = parts[0].length();
      int last = parts.length - 1;
      for (int i = 1; i < (ends ? last : parts.length); i++) {
        int found = target.indexOf(parts[i], at);
        if (found < 0) {
          return false;
        }
        at = found + parts[i].length();
      }
      if (!ends) {
        return true;
      }
      return last == 0
          ? target.length() == at
          : target.length() - parts[last].length() >= at && target.endsWith(parts[last]);
    }
  }

  /// Reads a `robots.txt`; what is no rule is passed over.
  static Robots read(String text) {
    var ours = new ArrayList<Rule>();
    var everybodys = new ArrayList<Rule>();
    boolean toUs = false;
    boolean toAll = false;
    boolean namedUs = false;
    boolean naming = false;
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      String plain = line.replaceFirst("#.*", "").strip();
      int colon = plain.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String field = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = plain.substring(colon + 1).strip();
      if (field.equals("user-agent")) {
        if (!naming) {
          toUs = false;
          toAll = false;
        }
        naming = true;
        toUs |= value.equalsIgnoreCase(NAME);
        toAll |= value.equals("*");
        namedUs |= toUs;
      } else if (field.equals("allow") || field.equals("disallow")) {
        naming = false;
        if (!value.isEmpty()) {
          var rule = new Rule(value, field.equals("allow"));
          (toUs ? ours : toAll ? everybodys : new ArrayList<Rule>()).add(rule);
        }
      }
    }
    return new Robots(List.copyOf(namedUs ? ours : everybodys));
  }

  /// Whether we may ask for `target`, a path with its query.
  boolean allows(String target) {
    if (target.equals("/robots.txt")) {
      return true;
    }
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.path().length();
      if (length >= longest && rule.fits(target)) {
        allowed = length == longest ? allowed || rule.allows() : rule.allows();
        longest = length;
      }
    }
    return allowed;
  }
}
