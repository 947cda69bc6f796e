package org.wordborne.server.workspace.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.act.ActBook;

/// Writes who signed in, and at whose account somebody tried in vain, into the book of acts of
/// every workspace of that account.
@Component
class SignInLines {
  private static final Logger LOG = LoggerFactory.getLogger(SignInLines.class);
  private static final String DEED = "session.signIn";
  private final ActBook book;
  private final Memberships memberships;
  private final Transactions transactions;

  SignInLines(ActBook book, Memberships memberships, Transactions transactions) {
    this.book = book;
    this.memberships = memberships;
    this.transactions = transactions;
  }

  private record Known(UUID id, String name) {}

  /// Somebody is signed in.
  void opened(SignedIn who) {
    if (who.person() != null) {
      write(new Known(who.person(), who.name()), false);
    }
  }

  /// A password, a code or a key was wrong. Told on a thread of its own: whoever tries does not
  /// learn by the time it takes whether there is such an account.
  void refused(String email) {
    aside(() -> known(email));
  }

  /// As [#refused(String)], where it is known whose account it is.
  void refused(UUID account) {
    aside(() -> known(account));
  }

  private void aside(Supplier<Optional<Known>> whose) {
    Thread.ofVirtual()
        .name("refused-sign-in")
        .start(
            () -> {
              try {
                whose.get().ifPresent(account -> write(account, true));
              } catch (RuntimeException unwritten) {
                LOG.warn("a refused sign-in could not be written down", unwritten);
              }
            });
  }

  private Optional<Known> known(String email) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select id, name from account where lower(email) = lower(?)")
                .param(email)
                .query((row, _) -> known(row))
                .optional());
  }

  private Optional<Known> known(UUID account) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select id, name from account where id = ?")
                .param(account)
                .query((row, _) -> known(row))
                .optional());
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(row.getObject("id", UUID.class), row.getString("name"));
  }

  private void write(Known account, boolean refused) {
    memberships
        .of(account.id())
        .forEach(
            one ->
                book.signedIn(
                    new SignedIn(account.id(), one.workspace(), account.name(), one.role().word()),
                    DEED,
                    refused));
  }
}
