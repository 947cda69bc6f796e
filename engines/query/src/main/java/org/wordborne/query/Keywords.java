package org.wordborne.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wordborne.query.QueryNode.KeywordField;

/// The whole values that a post has for each field: what standing queries and the search index
/// compare with. Values are folded.
public final class Keywords {
  private Keywords() {}

  /// Returns the values of a field; empty where it has none.
  public static List<String> of(KeywordField field, Post post, Judgements judgements) {
    return switch (field) {
      case LANG -> languages(languageOf(post, judgements));
      case COUNTRY -> single(judgements.country());
      case CHANNEL -> single(post.channel());
      case SITE -> domains(host(post.url()));
      case IS -> kinds(post, judgements);
      case SENTIMENT -> single(judgements.sentiment());
      case EMOTION -> single(judgements.emotion());
      case TOPIC -> many(judgements.topics());
      case TAG -> many(judgements.tags());
      case HAS -> carried(post, judgements);
    };
  }

  /// Returns the names under which an author may stand on a list: id, name, page; folded.
  public static List<String> authorNames(Post post) {
    var author = post.author();
    return many(List.of(author.id(), author.name(), author.url()));
  }

  /// Folds a value as those of fields and lists are folded.
  public static String fold(String value) {
    return CharacterRules.foldAll(value);
  }

  /// Returns the addresses that a post points to: those given, and those that stand in its text.
  public static List<String> links(Post post) {
    var links = new ArrayList<>(post.links());
    var text = post.text();
    for (int at = nextAddress(text, 0); at >= 0; ) {
      int end = at;
      while (end < text.length() && isInAddress(text.charAt(end))) {
        end++;
      }
      links.add(text.substring(at, end));
      at = nextAddress(text, end);
    }
    return links;
  }

  private static int nextAddress(String text, int from) {
    int at = text.indexOf("http", from);
    while (at >= 0 && !text.startsWith("://", at + 4) && !text.startsWith("s://", at + 4)) {
      at = text.indexOf("http", at + 4);
    }
    return at;
  }

  private static boolean isInAddress(char c) {
    return !Character.isWhitespace(c) && c != '"' && c != '<' && c != '>' && c != ')';
  }

  static String languageOf(Post post, Judgements judgements) {
    return judgements.language().isEmpty() ? post.language() : judgements.language();
  }

  private static List<String> languages(String code) {
    var folded = CharacterRules.foldAll(code).replace('_', '-');
    int region = folded.indexOf('-');
    return region > 0 ? List.of(folded, folded.substring(0, region)) : single(folded);
  }

  private static List<String> kinds(Post post, Judgements judgements) {
    var kinds = new ArrayList<>(many(judgements.intents()));
    if (!post.inReplyTo().isEmpty()) {
      kinds.add("reply");
    }
    if (!post.repostOf().isEmpty()) {
      kinds.add("repost");
    }
    if (post.inReplyTo().isEmpty() && post.repostOf().isEmpty()) {
      kinds.add("original");
    }
    return kinds;
  }

  private static List<String> carried(Post post, Judgements judgements) {
    var carried = new ArrayList<String>();
    for (var media : post.media()) {
      var kind = media.kind().toLowerCase(Locale.ROOT);
      int slash = kind.indexOf('/');
      carried.add(slash > 0 ? kind.substring(0, slash) : kind);
    }
    if (!links(post).isEmpty()) {
      carried.add("link");
    }
    if (!judgements.country().isEmpty()) {
      carried.add("location");
    }
    return carried;
  }

  private static List<String> single(String value) {
    return value.isBlank() ? List.of() : List.of(CharacterRules.foldAll(value));
  }

  private static List<String> many(Iterable<String> values) {
    var folded = new ArrayList<String>();
    for (var value : Set.copyOf(toList(values))) {
      folded.addAll(single(value));
    }
    return folded;
  }

  private static List<String> toList(Iterable<String> values) {
    var list = new ArrayList<String>();
    values.forEach(list::add);
    return list;
  }

  /// Returns the host of an address, in lower case, without `www.`; `""` where there is none.
  static String host(String address) {
    int from = address.indexOf("://");
    from = from < 0 ? 0 : from + 3;
    int to = from;
    while (to < address.length() && "/?#\\".indexOf(address.charAt(to)) < 0) {
      to++;
    }
    var authority = address.substring(from, to);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int port = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
    var host = port > 0 ? authority.substring(0, port) : authority;
    host = CharacterRules.foldAll(host);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static List<String> domains(String host) {
    var domains = new ArrayList<String>();
    for (var rest = host; !rest.isEmpty() && domains.size() < 20; ) {
      domains.add(rest);
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return domains;
  }
}
