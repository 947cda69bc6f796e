package org.wordborne.wire;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.wordborne.wire.HttpAnswer.Hop;

/// The only client that opens connections to addresses which others gave us.
///
/// ```java
/// var http = new GuardedHttp(AllowedPrivate.none());
/// HttpAnswer answer = http.get("https://cafe.example/feed.xml");
/// http.get("http://127.0.0.1/");  // HttpFault: Nothing answers at 127.0.0.1:80 that …
/// ```
///
/// The rule: http and https only; ports 80 and 443 only; the host is resolved once, every address
/// of it is judged, and the judged address is dialled, while Host, SNI and certificate stay those
/// of the name. The same again on each redirect, five at most. Proxy settings of the machine are
/// not looked at. Body, headers and the time of the whole exchange are limited ([HttpLimits]).
/// What the operator named in [AllowedPrivate] is let through, at any port.
///
/// A request that is not GET or HEAD follows no redirect but 307 and 308, and those only within
/// its origin: a reply is never sent to a place that nobody chose.
///
/// Instances are immutable and safe for use by many threads; each call blocks its thread.
public final class GuardedHttp {
  private final AllowedPrivate allowed;
  private final HttpLimits limits;
  private final HostResolver resolver;
  private final Dialer dialer;
  private final SSLSocketFactory tls;
  private final HttpWatch watch;

  /// A client that reaches public addresses, and of private ones only those in `allowed`.
  public GuardedHttp(AllowedPrivate allowed) {
    this(
        allowed,
        HttpLimits.standard(),
        HostResolver.system(),
        Dialer.direct(),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  GuardedHttp(
      AllowedPrivate allowed,
      HttpLimits limits,
      HostResolver resolver,
      Dialer dialer,
      SSLSocketFactory tls) {
    this(allowed, limits, resolver, dialer, tls, HttpWatch.NOBODY);
  }

  private GuardedHttp(
      AllowedPrivate allowed,
      HttpLimits limits,
      HostResolver resolver,
      Dialer dialer,
      SSLSocketFactory tls,
      HttpWatch watch) {
    this.allowed = allowed;
    this.limits = limits;
    this.resolver = resolver;
    this.dialer = dialer;
    this.tls = tls;
    this.watch = watch;
  }

  /// The same client with other limits.
  public GuardedHttp withLimits(HttpLimits other) {
    return new GuardedHttp(allowed, other, resolver, dialer, tls, watch);
  }

  /// The same client that asks another resolver.
  public GuardedHttp withResolver(HostResolver other) {
    return new GuardedHttp(allowed, limits, other, dialer, tls, watch);
  }

  /// The same client, with somebody who is told of each exchange.
  public GuardedHttp withWatch(HttpWatch other) {
    return new GuardedHttp(allowed, limits, resolver, dialer, tls, other);
  }

  /// A plain GET.
  ///
  /// @throws HttpFault if there is no answer; its message is fit for a page
  public HttpAnswer get(String url) throws HttpFault {
    return send(HttpAsk.get(url));
  }

  /// Sends a request, follows redirects, and returns the whole decoded answer, whatever its status.
  ///
  /// @throws HttpFault if there is no answer; its message is fit for a page
  public HttpAnswer send(HttpAsk ask) throws HttpFault {
    try (HttpWatch.Watched watched = watch.begin(ask.method())) {
      HttpAnswer answer = followed(ask);
      watched.answered(answer.status());
      return answer;
    }
  }

  private HttpAnswer followed(HttpAsk ask) throws HttpFault {
    var deadline = new Deadline(limits.whole());
    var guard = new Guard(allowed, resolver);
    var hops = new ArrayList<Hop>();
    HttpAsk now = withUserInfo(ask);
    while (true) {
      Target target = guard.judge(now.url(), deadline);
      RawAnswer raw = new HttpExchange(target, now, limits, deadline, dialer, tls).run();
      String to = raw.headers().first("Location");
      if (limits.redirects() == 0 || !follows(now, target, raw.status(), to)) {
        return new HttpAnswer(
            raw.status(), target.address().withoutFragment(), raw.headers(), raw.body(), hops);
      }
      if (hops.size() == limits.redirects()) {
        throw Faults.tooManyRedirects(target.address(), limits.redirects());
      }
      WebAddress next = next(target.address(), to, now);
      hops.add(new Hop(raw.status(), next.withoutFragment()));
      now = moved(now, target.address(), next);
    }
  }

  /// Whether the client would go to `url`, without going there; the name is resolved.
  public GuardVerdict check(String url) {
    try {
      Target target = new Guard(allowed, resolver).judge(url, new Deadline(limits.whole()));
      List<String> at = target.hosts().stream().map(InetAddress::getHostAddress).toList();
      return new GuardVerdict(true, target.name() + " is at " + String.join(", ", at));
    } catch (HttpFault refused) {
      return new GuardVerdict(false, refused.detail());
    }
  }

  /* A password written into the address is sent as one, and stays with its origin. */
  private static HttpAsk withUserInfo(HttpAsk ask) {
    WebAddress address = WebAddress.parse(ask.url());
    if (address == null || !address.hasCredentials()) {
      return ask;
    }
    var plain = WebAddress.parse(address.href());
    if (plain == null || ask.credentials().containsKey("Authorization")) {
      return ask;
    }
    String user = PercentCode.decode(plain.user);
    Secret password = Secret.of(PercentCode.decode(plain.password));
    plain.user = "";
    plain.password = "";
    return to(ask, plain.href(), ask.credentials()).withBasic(user, password);
  }

  private static boolean follows(HttpAsk ask, Target from, int status, String to) {
    boolean reads = ask.method().equals("GET") || ask.method().equals("HEAD");
    boolean asksAgain = status == 307 || status == 308;
    boolean asksToRead = status == 301 || status == 302 || status == 303;
    if (to.isEmpty() || !(asksAgain || asksToRead)) {
      return false;
    }
    if (reads) {
      return true;
    }
    WebAddress next = WebAddress.parse(to, from.address());
    return asksAgain && next != null && next.origin().equals(from.address().origin());
  }

  private static WebAddress next(WebAddress from, String to, HttpAsk ask) throws HttpFault {
    WebAddress next = WebAddress.parse(to, from);
    if (next == null || !next.isHttp()) {
      throw Faults.badRedirect(from, to);
    }
    boolean downgrade = from.scheme().equals("https") && next.scheme().equals("http");
    if (downgrade && !ask.credentials().isEmpty()) {
      throw Faults.downgrade(from);
    }
    next.user = "";
    next.password = "";
    return next;
  }

  private static HttpAsk moved(HttpAsk ask, WebAddress from, WebAddress to) {
    boolean sameOrigin = from.origin().equals(to.origin());
    return to(ask, to.href(), sameOrigin ? ask.credentials() : Map.of());
  }

  private static HttpAsk to(HttpAsk ask, String url, Map<String, Secret> credentials) {
    return new HttpAsk(ask.method(), url, ask.headers(), credentials, ask.body());
  }
}
