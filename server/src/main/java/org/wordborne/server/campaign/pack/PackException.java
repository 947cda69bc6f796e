package org.wordborne.server.campaign.pack;

/// A pack, or the facts it is asked about, cannot be read; the message names the place and what
/// would be right.
public final class PackException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Takes the sentence.
  public PackException(String message) {
    super(message);
  }
}
