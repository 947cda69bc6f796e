package org.wordborne.wire;

import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/*
 * The basic URL parser of the WHATWG standard, state by state under the standard's own names. The
 * standard's pointer is `at`, its buffer is `buffer`. A state that "decreases the pointer" does so
 * by `again`, which visits the same code point once more in the next state.
 */
final class AddressReader {
  private static final int END = -1;

  private enum State {
    SCHEME_START,
    SCHEME,
    NO_SCHEME,
    SPECIAL_RELATIVE_OR_AUTHORITY,
    PATH_OR_AUTHORITY,
    RELATIVE,
    RELATIVE_SLASH,
    SPECIAL_AUTHORITY_SLASHES,
    SPECIAL_AUTHORITY_IGNORE_SLASHES,
    AUTHORITY,
    HOST,
    PORT,
    FILE,
    FILE_SLASH,
    FILE_HOST,
    PATH_START,
    PATH,
    OPAQUE_PATH,
    QUERY,
    FRAGMENT,
    FAILED
  }

  private final int[] input;
  private final @Nullable WebAddress base;
  private final WebAddress made = new WebAddress();
  private final StringBuilder buffer = new StringBuilder();
  private final StringBuilder user = new StringBuilder();
  private final StringBuilder password = new StringBuilder();
  private State state = State.SCHEME_START;
  private int at;
  private boolean sawAt;
  private boolean inBrackets;
  private boolean sawPassword;

  AddressReader(String text, @Nullable WebAddress base) {
    this.input = withoutTabsAndEdges(text);
    this.base = base;
  }

  @Nullable WebAddress read() {
    while (state != State.FAILED) {
      int c = at < input.length ? input[at] : END;
      step(c);
      if (at >= input.length && c == END) {
        break;
      }
      at++;
    }
    return state == State.FAILED ? null : made;
  }

  private static int[] withoutTabsAndEdges(String text) {
    int[] points = text.codePoints().toArray();
    int from = 0;
    int to = points.length;
    while (from < to && points[from] <= ' ') {
      from++;
    }
    while (to > from && points[to - 1] <= ' ') {
      to--;
    }
    return java.util.Arrays.stream(points, from, to)
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .toArray();
  }

  private void step(int c) {
    switch (state) {
      case SCHEME_START -> schemeStart(c);
      case SCHEME -> scheme(c);
      case NO_SCHEME -> noScheme(c);
      case SPECIAL_RELATIVE_OR_AUTHORITY -> specialRelativeOrAuthority(c);
      case PATH_OR_AUTHORITY -> pathOrAuthority(c);
      case RELATIVE -> relative(c);
      case RELATIVE_SLASH -> relativeSlash(c);
      case SPECIAL_AUTHORITY_SLASHES -> specialAuthoritySlashes(c);
      case SPECIAL_AUTHORITY_IGNORE_SLASHES -> ignoreSlashes(c);
      case AUTHORITY -> authority(c);
      case HOST -> host(c);
      case PORT -> port(c);
      case FILE -> file(c);
      case FILE_SLASH -> fileSlash(c);
      case FILE_HOST -> fileHost(c);
      case PATH_START -> pathStart(c);
      case PATH -> path(c);
      case OPAQUE_PATH -> opaquePath(c);
      case QUERY -> query(c);
      case FRAGMENT -> fragment(c);
      case FAILED -> {}
    }
  }

  private void again(State next) {
    state = next;
    at--;
  }

  private void fail() {
    state = State.FAILED;
  }

  private boolean isSlash(int c) {
    return c == '/' || (made.isSpecial() && c == '\\');
  }

  private boolean endsAuthority(int c) {
    return c == END || c == '?' || c == '#' || isSlash(c);
  }

  private int next(int steps) {
    return at + steps < input.length ? input[at + steps] : END;
  }

  private String take() {
    String text = buffer.toString();
    buffer.setLength(0);
    return text;
  }

  private void schemeStart(int c) {
    if (isLetter(c)) {
      buffer.appendCodePoint(Character.toLowerCase(c));
      state = State.SCHEME;
    } else {
      again(State.NO_SCHEME);
    }
  }

  private void scheme(int c) {
    if (isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.') {
      buffer.appendCodePoint(Character.toLowerCase(c));
    } else if (c == ':') {
      schemeEnds();
    } else {
      buffer.setLength(0);
      at = -1;
      state = State.NO_SCHEME;
    }
  }

  private void schemeEnds() {
    made.scheme = take();
    if (made.scheme.equals("file")) {
      state = State.FILE;
    } else if (made.isSpecial()) {
      boolean sameAsBase = base != null && base.scheme.equals(made.scheme);
      state = sameAsBase ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES;
    } else if (next(1) == '/') {
      state = State.PATH_OR_AUTHORITY;
      at++;
    } else {
      made.opaquePath = "";
      state = State.OPAQUE_PATH;
    }
  }

  private void noScheme(int c) {
    if (base == null || (base.opaquePath != null && c != '#')) {
      fail();
    } else if (base.opaquePath != null) {
      copyBase(true);
      made.fragment = "";
      state = State.FRAGMENT;
    } else {
      again(base.scheme.equals("file") ? State.FILE : State.RELATIVE);
    }
  }

  private void specialRelativeOrAuthority(int c) {
    if (c == '/' && next(1) == '/') {
      state = State.SPECIAL_AUTHORITY_IGNORE_SLASHES;
      at++;
    } else {
      again(State.RELATIVE);
    }
  }

  private void pathOrAuthority(int c) {
    if (c == '/') {
      state = State.AUTHORITY;
    } else {
      again(State.PATH);
    }
  }

  private void copyBase(boolean withPath) {
    WebAddress from = java.util.Objects.requireNonNull(base);
    made.scheme = from.scheme;
    made.user = from.user;
    made.password = from.password;
    made.host = from.host;
    made.port = from.port;
    if (withPath) {
      made.path = new ArrayList<>(from.path);
      made.opaquePath = from.opaquePath;
      made.query = from.query;
    }
  }

  private void relative(int c) {
    made.scheme = java.util.Objects.requireNonNull(base).scheme;
    if (isSlash(c)) {
      state = State.RELATIVE_SLASH;
      return;
    }
    copyBase(true);
    afterBasePath(c);
  }

  private void afterBasePath(int c) {
    if (c == '?') {
      made.query = "";
      state = State.QUERY;
    } else if (c == '#') {
      made.fragment = "";
      state = State.FRAGMENT;
    } else if (c != END) {
      made.query = null;
      made.shortenPath();
      again(State.PATH);
    }
  }

  private void relativeSlash(int c) {
    if (made.isSpecial() && isSlash(c)) {
      state = State.SPECIAL_AUTHORITY_IGNORE_SLASHES;
    } else if (c == '/') {
      state = State.AUTHORITY;
    } else {
      copyBase(false);
      again(State.PATH);
    }
  }

  private void specialAuthoritySlashes(int c) {
    if (c == '/' && next(1) == '/') {
      state = State.SPECIAL_AUTHORITY_IGNORE_SLASHES;
      at++;
    } else {
      again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }
  }

  private void ignoreSlashes(int c) {
    if (c != '/' && c != '\\') {
      again(State.AUTHORITY);
    }
  }

  private void authority(int c) {
    if (c == '@') {
      credentials();
    } else if (endsAuthority(c)) {
      if (sawAt && buffer.isEmpty()) {
        fail();
        return;
      }
      made.user = user.toString();
      made.password = password.toString();
      at -= buffer.codePointCount(0, buffer.length()) + 1;
      buffer.setLength(0);
      state = State.HOST;
    } else {
      buffer.appendCodePoint(c);
    }
  }

  private void credentials() {
    String text = sawAt ? "%40" + take() : take();
    sawAt = true;
    text.codePoints().forEach(this::credential);
  }

  private void credential(int c) {
    if (c == ':' && !sawPassword) {
      sawPassword = true;
    } else if (sawPassword) {
      password.append(PercentCode.encode(c, PercentCode.USER));
    } else {
      user.append(PercentCode.encode(c, PercentCode.USER));
    }
  }

  private void host(int c) {
    if (c == ':' && !inBrackets) {
      if (buffer.isEmpty() || !hostEnds()) {
        fail();
        return;
      }
      state = State.PORT;
    } else if (endsAuthority(c)) {
      if ((made.isSpecial() && buffer.isEmpty()) || !hostEnds()) {
        fail();
        return;
      }
      again(State.PATH_START);
    } else {
      inBrackets = c == '[' || (inBrackets && c != ']');
      buffer.appendCodePoint(c);
    }
  }

  private boolean hostEnds() {
    made.host = HostReader.read(take(), made.isSpecial());
    return made.host != null;
  }

  private void port(int c) {
    if (isDigit(c)) {
      buffer.appendCodePoint(c);
    } else if (endsAuthority(c)) {
      if (!portEnds(take())) {
        fail();
        return;
      }
      again(State.PATH_START);
    } else {
      fail();
    }
  }

  private boolean portEnds(String digits) {
    if (digits.isEmpty()) {
      return true;
    }
    String bare = digits.replaceFirst("^0+(?=.)", "");
    if (bare.length() > 5 || Integer.parseInt(bare) > 65_535) {
      return false;
    }
    int number = Integer.parseInt(bare);
    made.port = number == WebAddress.SPECIAL.getOrDefault(made.scheme, -1) ? -1 : number;
    return true;
  }

  private void file(int c) {
    made.scheme = "file";
    made.host = "";
    if (c == '/' || c == '\\') {
      state = State.FILE_SLASH;
    } else if (base != null && base.scheme.equals("file")) {
      copyBase(true);
      afterBasePath(c);
    } else {
      again(State.PATH);
    }
  }

  private void fileSlash(int c) {
    if (c == '/' || c == '\\') {
      state = State.FILE_HOST;
      return;
    }
    if (base != null && base.scheme.equals("file")) {
      made.host = base.host;
    }
    again(State.PATH);
  }

  private void fileHost(int c) {
    if (!endsAuthority(c)) {
      buffer.appendCodePoint(c);
      return;
    }
    if (buffer.toString().matches("[A-Za-z][:|]")) {
      again(State.PATH);
      return;
    }
    String name = take();
    made.host = name.isEmpty() ? "" : HostReader.read(name, true);
    if (made.host == null) {
      fail();
      return;
    }
    if (made.host.equals("localhost")) {
      made.host = "";
    }
    again(State.PATH_START);
  }

  private void pathStart(int c) {
    if (made.isSpecial()) {
      state = State.PATH;
      if (!isSlash(c)) {
        at--;
      }
    } else if (c == '?') {
      made.query = "";
      state = State.QUERY;
    } else if (c == '#') {
      made.fragment = "";
      state = State.FRAGMENT;
    } else if (c != END) {
      state = State.PATH;
      if (c != '/') {
        at--;
      }
    }
  }

  private void path(int c) {
    if (c != END && c != '?' && c != '#' && !isSlash(c)) {
      buffer.append(PercentCode.encode(c, PercentCode.PATH));
      return;
    }
    segmentEnds(take(), isSlash(c));
    if (c == '?') {
      made.query = "";
      state = State.QUERY;
    } else if (c == '#') {
      made.fragment = "";
      state = State.FRAGMENT;
    }
  }

  private void segmentEnds(String segment, boolean slashFollows) {
    String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (dots.equals("..")) {
      made.shortenPath();
    }
    if (dots.equals("..") || dots.equals(".")) {
      if (!slashFollows) {
        made.path.add("");
      }
      return;
    }
    boolean drive =
        made.scheme.equals("file") && made.path.isEmpty() && segment.matches("[A-Za-z][:|]");
    made.path.add(drive ? segment.charAt(0) + ":" : segment);
  }

  private void opaquePath(int c) {
    if (c != '?' && c != '#' && c != END) {
      buffer.append(PercentCode.encode(c, PercentCode.CONTROL));
      return;
    }
    made.opaquePath = take();
    if (c == '?') {
      made.query = "";
      state = State.QUERY;
    } else if (c == '#') {
      made.fragment = "";
      state = State.FRAGMENT;
    }
  }

  private void query(int c) {
    if (c == '#' || c == END) {
      made.query = take();
      if (c == '#') {
        made.fragment = "";
        state = State.FRAGMENT;
      }
      return;
    }
    var set = made.isSpecial() ? PercentCode.SPECIAL_QUERY : PercentCode.QUERY;
    buffer.append(PercentCode.encode(c, set));
  }

  private void fragment(int c) {
    if (c == END) {
      made.fragment = take();
    } else {
      buffer.append(PercentCode.encode(c, PercentCode.FRAGMENT));
    }
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
