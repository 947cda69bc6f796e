package org.wordborne.wire;

/// The only client that opens connections to addresses which others gave us.
public final class GuardedHttp {
  /// A client that reaches public addresses, and of private ones only those in `allowed`.
  public GuardedHttp(AllowedPrivate allowed) {}

  /// Sends a request, follows redirects, and returns the whole decoded answer.
  ///
  /// @throws HttpFault if there is no answer; its message is fit for a page
  public HttpAnswer send(HttpAsk ask) throws HttpFault {
    throw new UnsupportedOperationException();
  }

  /// A plain GET.
  ///
  /// @throws HttpFault if there is no answer; its message is fit for a page
  public HttpAnswer get(String url) throws HttpFault {
    return send(HttpAsk.get(url));
  }

  /// Whether the client would go to `url`, without going there.
  public GuardVerdict check(String url) {
    throw new UnsupportedOperationException();
  }
}
