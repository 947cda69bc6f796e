package org.wordborne.server.mailroom;

import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Letters;
import org.wordborne.server.workspace.Scope;

/// Carries what the ground writes to those who work here.
@Component
class OwnLetters implements Letters {
  private final Mailroom mailroom;

  OwnLetters(Mailroom mailroom) {
    this.mailroom = mailroom;
  }

  @Override
  public boolean ready(Scope scope) {
    return mailroom.ready(scope);
  }

  @Override
  public void send(Scope scope, String key, String to, String subject, String text) {
    mailroom.send(scope, new Letter(key, to, subject, text), null);
  }
}
