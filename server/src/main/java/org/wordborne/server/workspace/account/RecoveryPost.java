package org.wordborne.server.workspace.account;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Letters;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;

/// Sends the link to whoever lost the password, to the address that is kept and to no other.
///
/// It leaves by the mail of the server's first workspace and by no other: whoever holds the link
/// holds the account, so it passes only where whoever runs the server says.
///
/// It works behind the answer, one after the other: whether there is such an account, the answer
/// and its time tell nobody.
@Component
class RecoveryPost implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryPost.class);
  private static final int WAITING = 100;
  private static final String SUBJECT_EN = "A new password for Wordborne";
  private static final String SUBJECT_DE = "Ein neues Passwort für Wordborne";
  private static final String TEXT_EN =
      """
      Somebody, you we hope, asked for a new password. Open this address and choose one:

      %s

      It is good for 30 minutes and once. If it was not you, do nothing: your password stays.
      """;
  private static final String TEXT_DE =
      """
      Jemand, hoffentlich Sie selbst, hat um ein neues Passwort gebeten. Öffnen Sie diese Adresse
      und wählen Sie eines:

      %s

      Sie gilt 30 Minuten und einmal. Wenn Sie es nicht waren, tun Sie nichts: Ihr Passwort bleibt.
      """;
  private final Accounts accounts;
  private final Workspaces workspaces;
  private final PasswordResets resets;
  private final Letters letters;
  private final Transactions transactions;
  private final Ids ids;
  private final ExecutorService clerk =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("recovery").factory());

  RecoveryPost(
      Accounts accounts,
      Workspaces workspaces,
      PasswordResets resets,
      Letters letters,
      Transactions transactions,
      Ids ids) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.resets = resets;
    this.letters = letters;
    this.transactions = transactions;
    this.ids = ids;
  }

  /// Takes the wish; what comes of it, comes by mail.
  void asked(String email) {
    try {
      clerk.execute(() -> send(email));
    } catch (RejectedExecutionException tooMany) {
      LOG.warn("too many ask for a new password at once; one was not answered");
    }
  }

  private void send(String email) {
    try {
      accounts.byEmail(email).ifPresent(this::send);
    } catch (RuntimeException failed) {
      LOG.warn("a link for a new password could not be sent", failed);
    }
  }

  private void send(Account account) {
    Scope scope = Scope.of(workspaces.first());
    if (letters.ready(scope)) {
      write(scope, account);
    }
  }

  private void write(Scope scope, Account account) {
    transactions.run(
        scope,
        _ -> {
          String link = resets.link(account.id());
          boolean german = account.locale().startsWith("de");
          letters.send(
              scope,
              "recovery-" + ids.next(),
              account.email(),
              german ? SUBJECT_DE : SUBJECT_EN,
              (german ? TEXT_DE : TEXT_EN).formatted(link));
        });
  }

  @Override
  public void destroy() {
    clerk.shutdown();
  }
}
