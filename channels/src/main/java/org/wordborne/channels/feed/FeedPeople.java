package org.wordborne.channels.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/* Who wrote something, in every form that feeds have for it. */
final class FeedPeople {
  private static final String MAIL = "[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+";
  private static final Pattern MAIL_NAME =
      Pattern.compile("<?(" + MAIL + ")>?[\\s,]*\\((.*)\\)\\s*");
  private static final Pattern NAME_MAIL =
      Pattern.compile("\"?([^<(\"]*?)\"?\\s*[<(]\\s*(?:mailto:)?(" + MAIL + ")\\s*[>)]\\s*");
  private static final Pattern MAIL_WORDS = Pattern.compile("(" + MAIL + ")\\s*(.*)");

  private FeedPeople() {}

  static FeedAuthor of(Tag parent) {
    for (String key :
        new String[] {
          "author",
          "dc:creator",
          "dc:author",
          "dcterms:creator",
          "itunes:author",
          "managingeditor",
          "itunes:owner"
        }) {
      FeedAuthor found = first(parent, key);
      if (found != null) {
        return found;
      }
    }
    return FeedAuthor.none();
  }

  private static @Nullable FeedAuthor first(Tag parent, String key) {
    for (Tag tag : parent.all(key)) {
      FeedAuthor author = person(tag);
      if (!author.isEmpty()) {
        return author;
      }
    }
    return null;
  }

  static FeedAuthor person(Tag tag) {
    String name = tag.textOf("name", "itunes:name");
    String mail = tag.textOf("email", "itunes:email");
    Tag page = tag.first("uri", "url", "homepage", "link");
    if (name.isEmpty() && mail.isEmpty() && page == null) {
      return written(tag.text());
    }
    String url = page == null ? "" : FeedMarkup.address(page.text(), page.base);
    if (mail.isEmpty() && name.indexOf('@') > 0) {
      FeedAuthor both = written(name);
      return new FeedAuthor(both.name(), both.email(), url);
    }
    return new FeedAuthor(FeedMarkup.plainTitle(name), mail.replaceFirst("(?i)^mailto:", ""), url);
  }

  /* "a@b (Name)", "Name <a@b>", "a@b", "Name". */
  static FeedAuthor written(String text) {
    String line = FeedMarkup.oneLine(text);
    if (line.length() > 300) {
      return new FeedAuthor(FeedMarkup.plainTitle(line), "", "");
    }
    Matcher mailName = MAIL_NAME.matcher(line);
    if (mailName.matches()) {
      return new FeedAuthor(FeedMarkup.plainTitle(mailName.group(2)), mailName.group(1), "");
    }
    Matcher nameMail = NAME_MAIL.matcher(line);
    if (nameMail.matches()) {
      return new FeedAuthor(FeedMarkup.plainTitle(nameMail.group(1)), nameMail.group(2), "");
    }
    Matcher mail = MAIL_WORDS.matcher(line);
    if (mail.matches()) {
      return new FeedAuthor(FeedMarkup.plainTitle(mail.group(2)), mail.group(1), "");
    }
    return new FeedAuthor(FeedMarkup.plainTitle(line), "", "");
  }
}
