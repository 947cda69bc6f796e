package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.access.Open;
import org.wordborne.server.workspace.account.Tickets.Kind;
import org.wordborne.server.workspace.account.Tickets.Ticket;
import org.wordborne.server.workspace.account.factor.Factors;
import org.wordborne.server.workspace.account.factor.PasskeyAsked;
import org.wordborne.server.workspace.account.factor.PasskeyShown;
import org.wordborne.server.workspace.account.factor.Passkeys;

/// The second step of signing in, and the one step of those who have a passkey.
@RestController
@RequestMapping("/api/v1/session")
@Open("signing in comes before being signed in")
class SecondStepController {
  private static final int CHALLENGE = 32;
  private final Door door;
  private final Tries tries;
  private final Tickets tickets;
  private final Factors factors;
  private final Passkeys passkeys;
  private final SessionViews views;
  private final SecureRandom chance;
  private final SignInLines lines;

  SecondStepController(
      Door door,
      Tries tries,
      Tickets tickets,
      Factors factors,
      Passkeys passkeys,
      SessionViews views,
      SecureRandom chance,
      SignInLines lines) {
    this.door = door;
    this.tries = tries;
    this.tickets = tickets;
    this.factors = factors;
    this.passkeys = passkeys;
    this.views = views;
    this.chance = chance;
    this.lines = lines;
  }

  /// @param code of the device, or one of those on paper
  record CodeShown(@Nullable String code) {
    @Override
    public String toString() {
      return "code";
    }
  }

  /// What a browser says of a passkey; bytes in base64url.
  record PasskeyProof(
      @Nullable String id,
      @Nullable String clientData,
      @Nullable String authenticatorData,
      @Nullable String signature,
      @Nullable String userHandle) {
    PasskeyShown read() {
      return new PasskeyShown(id, clientData, authenticatorData, signature, userHandle);
    }
  }

  @PostMapping("/factor")
  SessionView code(
      @RequestBody CodeShown sent, HttpServletRequest request, HttpServletResponse response) {
    UUID account = door.half(request).orElseThrow(SecondStepController::over);
    String key = "second factor " + account;
    tries.begin(key, request);
    if (!factors.take(account, sent.code() == null ? "" : sent.code())) {
      lines.refused(account);
      throw new BadInputException("code", null, "this code is wrong, or was used before");
    }
    tries.succeeded(key, request);
    UUID holder = door.takeHalf(request, response).orElseThrow(SecondStepController::over);
    return door.open(holder, true, request, response);
  }

  @DeleteMapping("/factor")
  SessionView leave(HttpServletRequest request, HttpServletResponse response) {
    door.takeHalf(request, response);
    return views.nobody();
  }

  @PostMapping("/passkey/ask")
  PasskeyAsked askPasskey(HttpServletResponse response) {
    byte[] challenge = new byte[CHALLENGE];
    chance.nextBytes(challenge);
    tickets.give(Kind.PASSKEY, Base64.getEncoder().encodeToString(challenge), response);
    return passkeys.asked(challenge);
  }

  @PostMapping("/passkey")
  SessionView passkey(
      @RequestBody PasskeyProof sent, HttpServletRequest request, HttpServletResponse response) {
    Optional<Ticket> asked = tickets.take(Kind.PASSKEY, request, response);
    byte[] challenge =
        Base64.getDecoder().decode(asked.orElseThrow(SecondStepController::over).words());
    UUID owner = owner(challenge, sent.read());
    door.takeHalf(request, response);
    return door.open(owner, true, request, response);
  }

  private UUID owner(byte[] challenge, PasskeyShown shown) {
    try {
      return passkeys.owner(challenge, shown);
    } catch (BadInputException wrong) {
      passkeys.holder(shown).ifPresent(lines::refused);
      throw wrong;
    }
  }

  private static ForbiddenException over() {
    return new ForbiddenException("this took too long, or was begun elsewhere; sign in again");
  }
}
