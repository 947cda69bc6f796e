package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Open;

/// For whoever lost the password.
@RestController
@RequestMapping("/api/v1/session/recovery")
@Open("whoever lost the password cannot sign in")
class RecoveryController {
  private final RecoveryPost post;
  private final PasswordResets resets;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Tries tries;
  private final Transactions transactions;

  RecoveryController(
      RecoveryPost post,
      PasswordResets resets,
      Accounts accounts,
      Sessions sessions,
      Tries tries,
      Transactions transactions) {
    this.post = post;
    this.resets = resets;
    this.accounts = accounts;
    this.sessions = sessions;
    this.tries = tries;
    this.transactions = transactions;
  }

  record Lost(@Nullable String email) {}

  record NewPassword(@Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
      return "new password";
    }
  }

  /// The same answer for every address. Tries count and are not forgiven, so that nobody fills a
  /// mailbox.
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  void ask(@RequestBody Lost lost, HttpServletRequest request) {
    String email = lost.email() == null ? "" : lost.email().strip();
    tries.begin("recovery " + email, request);
    post.asked(email);
  }

  /// The password is looked at first, so that one that is too short costs no link.
  @PostMapping("/finish")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void finish(@RequestBody NewPassword sent, HttpServletRequest request) {
    String password = NewAccount.checkedPassword(sent.password(), List.of());
    String code = sent.code() == null ? "" : sent.code();
    transactions.outside(_ -> changed(code, password));
  }

  private UUID changed(String code, String password) {
    UUID account = resets.take(code).orElseThrow(RecoveryController::over);
    accounts.changePassword(account, password);
    sessions.endAll(account, null);
    return account;
  }

  private static ForbiddenException over() {
    return new ForbiddenException(
        "this link was used before, or is older than 30 minutes; ask for a new one");
  }
}
