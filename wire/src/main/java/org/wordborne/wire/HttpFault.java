package org.wordborne.wire;

import java.io.IOException;

/// An exchange that gave no answer, said in plain words.
///
/// `getMessage()` may be shown on a page: it is the same for an address that is refused and for one
/// where nothing listens, so that nobody can search our network with it. `detail()` tells the
/// operator which of the two it was.
public final class HttpFault extends IOException {
  private static final long serialVersionUID = 1L;

  /// What went wrong, as far as the caller has to act differently.
  public enum Kind {
    /// The address is none that we go to: wrong scheme or port, not a web address.
    BAD_ADDRESS,
    /// Nothing there, or nothing that we may reach.
    UNREACHABLE,
    /// The whole exchange took longer than it may.
    TIMED_OUT,
    /// The answer is larger than it may be.
    TOO_LARGE,
    /// Too many redirects, or one that we do not follow.
    BAD_REDIRECT,
    /// The answer is no well-formed HTTP, or broke off.
    BROKEN,
    /// The certificate is not valid for that name.
    UNTRUSTED
  }

  private final Kind kind;
  private final String detail;
  private final boolean sent;

  HttpFault(Kind kind, String message, String detail, boolean sent) {
    super(message);
    this.kind = kind;
    this.detail = detail;
    this.sent = sent;
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }

  /// The full reason, for the operator's eyes (log, command line) only.
  public String detail() {
    return detail;
  }

  /// Whether any byte of the request may have reached the peer: if not, nothing happened there.
  public boolean mayHaveArrived() {
    return sent;
  }
}
