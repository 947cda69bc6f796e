package org.wordborne.wire;

import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.wordborne.wire.HttpFault.Kind;

/* The words for everything that may go wrong, in one place, so that no two say it differently. */
final class Faults {
  private Faults() {}

  static HttpFault badAddress(String url) {
    String message = "'" + shown(url) + "' is not a web address: only http and https are fetched.";
    return new HttpFault(Kind.BAD_ADDRESS, message, message, false);
  }

  static HttpFault badPort(WebAddress address) {
    String message =
        "Port "
            + address.effectivePort()
            + " of "
            + address.host()
            + " is not fetched: only 80 and 443 are, unless the operator allows more.";
    return new HttpFault(Kind.BAD_ADDRESS, message, message, false);
  }

  static HttpFault badPort(WebAddress address, java.util.Set<Integer> ports) {
    String message =
        "Port "
            + address.effectivePort()
            + " of "
            + address.host()
            + " is not reached: only "
            + ports.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))
            + " are, unless the operator allows more.";
    return new HttpFault(Kind.BAD_ADDRESS, message, message, false);
  }

  static HttpFault refused(WebAddress address, String detail) {
    return new HttpFault(Kind.UNREACHABLE, nothingThere(address), detail, false);
  }

  static HttpFault closed(WebAddress address, Throwable cause) {
    return new HttpFault(Kind.UNREACHABLE, nothingThere(address), reason(cause), false);
  }

  private static String nothingThere(WebAddress address) {
    return "Nothing answers at "
        + address.host()
        + ":"
        + address.effectivePort()
        + " that Wordborne may reach. Private and local addresses are not fetched.";
  }

  static HttpFault unknownName(WebAddress address) {
    String message = "The name " + address.host() + " is not known. Is it spelled right?";
    return new HttpFault(Kind.UNREACHABLE, message, message, false);
  }

  static HttpFault timedOut(WebAddress address, Deadline deadline, boolean sent) {
    var exact = java.math.BigDecimal.valueOf(deadline.whole().toMillis(), 3);
    String seconds = exact.stripTrailingZeros().toPlainString();
    String message = address.host() + " did not finish its answer within " + seconds + " s.";
    return new HttpFault(Kind.TIMED_OUT, message, message, sent);
  }

  static HttpFault stopped(WebAddress address, boolean sent) {
    String message = "The request to " + address.host() + " was stopped.";
    return new HttpFault(Kind.TIMED_OUT, message, message, sent);
  }

  static HttpFault tooLarge(WebAddress address, int limit) {
    String size = limit >= 1_000_000 ? limit / 1_000_000 + " MB" : limit / 1000 + " kB";
    String message = "The answer of " + address.host() + " is larger than " + size + ".";
    return new HttpFault(Kind.TOO_LARGE, message, message, true);
  }

  static HttpFault tooManyRedirects(WebAddress address, int limit) {
    String message =
        "The address leads from redirect to redirect: more than "
            + limit
            + ", the last to "
            + shown(address.href())
            + ".";
    return new HttpFault(Kind.BAD_REDIRECT, message, message, true);
  }

  static HttpFault badRedirect(WebAddress from, String to) {
    String message = from.host() + " redirects to '" + shown(to) + "', which is not fetched.";
    return new HttpFault(Kind.BAD_REDIRECT, message, message, true);
  }

  static HttpFault downgrade(WebAddress from) {
    String message =
        from.host() + " redirects from https to http, where the password could be read.";
    return new HttpFault(Kind.BAD_REDIRECT, message, message, true);
  }

  static HttpFault broken(WebAddress address, String what) {
    String message = "The answer of " + address.host() + " cannot be read: " + what + ".";
    return new HttpFault(Kind.BROKEN, message, message, true);
  }

  static HttpFault brokenOff(WebAddress address, Throwable cause, boolean sent) {
    String message = "The connection to " + address.host() + " broke off.";
    return new HttpFault(Kind.BROKEN, message, reason(cause), sent);
  }

  static HttpFault tls(WebAddress address, SSLException cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean certificate =
        root instanceof java.security.cert.CertificateException
            || root instanceof java.security.cert.CertPathValidatorException
            || root instanceof java.security.cert.CertPathBuilderException
            || cause instanceof SSLPeerUnverifiedException;
    String message =
        certificate
            ? "The certificate of " + address.host() + " is not valid for that name."
            : "No safe connection to " + address.host() + " came about.";
    return new HttpFault(Kind.UNTRUSTED, message, reason(root), false);
  }

  private static String reason(Throwable cause) {
    String said = cause.getMessage();
    return said == null ? cause.getClass().getSimpleName() : said;
  }

  /* Addresses come from others: cut, and without what could break a line. */
  private static String shown(String url) {
    String clean = url.replaceAll("\\p{Cntrl}", " ").replaceFirst("//[^/@\\s]*@", "//");
    return clean.length() <= 200 ? clean : clean.substring(0, 200) + "…";
  }
}
