package org.wordborne.server.source;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordborne.server.mention.Mention;
import org.wordborne.wire.WebAddress;

/// The pages to which a mention leads its readers.
final class PostedLinks {
  private static final Pattern WRITTEN = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`]+");
  private static final Pattern TAIL = Pattern.compile("[.,;:!?)\\]}…»”’]+$");
  private static final int MOST = 10;
  private static final int LONGEST = 1_000;

  private PostedLinks() {}

  /// The addresses, each in one form and without its fragment; those of the mention's own host and
  /// those under `homes` are left out.
  static Set<String> of(Mention mention, Collection<String> homes) {
    if (mention.links().isEmpty() && !mention.text().contains("://")) {
      return Set.of();
    }
    String here = WebPlace.host(mention.url());
    var found = new LinkedHashSet<String>();
    for (String link : named(mention)) {
      WebAddress address = WebAddress.parse(link);
      if (found.size() < MOST && address != null && counts(address, homes)) {
        if (!WebPlace.host(address).equals(here)) {
          found.add(address.withoutFragment());
        }
      }
    }
    return found;
  }

  /// Whether a page is one to look at: on the web, of a length that can be kept, not our own.
  static boolean counts(WebAddress address, Collection<String> homes) {
    return address.isHttp()
        && !address.hasCredentials()
        && !WebPlace.host(address).isEmpty()
        && !WebPlace.isUnder(address, homes)
        && address.withoutFragment().length() <= LONGEST;
  }

  private static List<String> named(Mention mention) {
    var all = new java.util.ArrayList<>(mention.links());
    Matcher written = WRITTEN.matcher(mention.text());
    while (written.find()) {
      all.add(TAIL.matcher(written.group()).replaceFirst(""));
    }
    return all;
  }
}
