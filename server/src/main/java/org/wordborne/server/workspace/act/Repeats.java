package org.wordborne.server.workspace.act;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.Shown;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.account.RequestCredentials;
import org.wordborne.server.workspace.http.Refusal;

/// Does a write with an `Idempotency-Key` once, and answers its repeats with the first answer.
///
/// What is running is known in memory, as one server has a database to itself; what is done is in
/// the database, written with the act. A refusal that changed nothing uses up no key: the same key
/// may come again with what was wrong put right. A key belongs to the token or the session it came
/// with, and a repeat is judged like the write itself before it is answered. An answer over a
/// megabyte, one that was lost with the process, or a fault after something was done, cannot be
/// given again: that is said, and the act is not repeated.
@Component
public class Repeats {
  /// The header that carries the key.
  public static final String HEADER = "Idempotency-Key";
  private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final String STREAM = "/api/v1/imports";
  private static final int REFUSED = 400;
  private static final int FAULT = 500;
  private final Map<String, String> running = new ConcurrentHashMap<>();
  private final ActKeys keys;
  private final Transactions transactions;
  private final RequestCredentials credentials;

  Repeats(ActKeys keys, Transactions transactions, RequestCredentials credentials) {
    this.keys = keys;
    this.transactions = transactions;
    this.credentials = credentials;
  }

  /// What is to be done once.
  @FunctionalInterface
  interface Work {
    void run(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException;
  }

  /// Runs `work`, or answers as it was answered.
  void once(Act act, HttpServletRequest request, HttpServletResponse response, Work work)
      throws ServletException, IOException {
    String sent = request.getHeader(HEADER);
    SignedIn who = act.who();
    if (sent == null || who == null) {
      work.run(request, response);
      return;
    }
    if (!KEY.matcher(sent).matches()) {
      Refusal.send(
          response,
          REFUSED,
          "Bad Request",
          "the header Idempotency-Key takes 1 to 255 visible ASCII characters, no space");
      return;
    }
    boolean stream = RequestPath.of(request).equals(STREAM);
    HttpServletRequest asked = stream ? request : KeptBody.of(request);
    String owner = owner(who, request);
    var key = new ActKey(owner, sent, fingerprint(asked), request.getRequestURI());
    String place = who.workspace() + " " + owner + " " + sent;
    String other = running.putIfAbsent(place, key.fingerprint());
    if (other != null) {
      refuseRunning(response, other.equals(key.fingerprint()));
      return;
    }
    try {
      Optional<ActKeys.Known> known = transactions.in(who.scope(), tx -> keys.find(tx, key));
      if (known.isPresent()) {
        again(known.get(), key, asked, response, work);
      } else {
        act.keyed(key);
        first(act, key, who.scope(), asked, new KeptAnswer(response, stream), work);
      }
    } finally {
      running.remove(place);
    }
  }

  /* The machine's own token is another one after each start; who reads it is the same. */
  private String owner(SignedIn who, HttpServletRequest request) {
    return switch (who.shown()) {
      case Shown.Token(var id) -> "token " + id;
      case Shown.Machine() -> "machine";
      case null, default -> credentials.mark(request);
    };
  }

  private void first(
      Act act, ActKey key, Scope scope, HttpServletRequest request, KeptAnswer response, Work work)
      throws ServletException, IOException {
    work.run(request, response);
    CrashPoint.reach("act-done");
    boolean keeps = act.isKeyWritten() || response.getStatus() < REFUSED;
    if (keeps && response.getStatus() < FAULT) {
      response.answer().ifPresent(answer -> keep(scope, act.id(), key, answer));
    }
    CrashPoint.reach("act-answer-kept");
    response.send();
  }

  /* Whoever ended the workspace, and whoever wrote in it just then, is told so all the same. */
  private void keep(Scope scope, UUID act, ActKey key, ActKeys.Answer answer) {
    try {
      transactions.run(scope, tx -> keys.answered(scope, tx, act, key, answer));
    } catch (NotFoundException ended) {
      LOG.debug("the answer to {} is not kept: {}", key.path(), ended.getMessage());
    }
  }

  private static void again(
      ActKeys.Known known,
      ActKey key,
      HttpServletRequest request,
      HttpServletResponse response,
      Work work)
      throws ServletException, IOException {
    ActKeys.Answer answer = known.answer();
    if (!known.fingerprint().equals(key.fingerprint())) {
      refuseOther(response);
    } else if (answer == null) {
      Refusal.send(
          response,
          409,
          "Conflict",
          "this was begun and its answer is not known; it is not done again. See "
              + at(known, key));
    } else {
      request.setAttribute(Replays.ANSWER, answer);
      work.run(request, response);
    }
  }

  /* A thing that was made lies below the address it was asked of. */
  private static String at(ActKeys.Known known, ActKey key) {
    UUID about = known.about();
    boolean below = about != null && !key.path().contains(about.toString());
    return below ? key.path() + ", id " + about : key.path();
  }

  private static void refuseRunning(HttpServletResponse response, boolean same) throws IOException {
    if (!same) {
      refuseOther(response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    Refusal.send(response, 409, "Conflict", "the first write with this key is still running");
  }

  private static void refuseOther(HttpServletResponse response) throws IOException {
    Refusal.send(
        response,
        422,
        "Unprocessable Content",
        "this Idempotency-Key was used for another write; use a new one");
  }

  private static String fingerprint(HttpServletRequest request) {
    String asked =
        request.getMethod()
            + "\n"
            + request.getRequestURI()
            + "\n"
            + String.valueOf(request.getQueryString())
            + "\n";
    return request instanceof KeptBody kept
        ? Sha256.hex(asked + Sha256.hex(kept.bytes()))
        : Sha256.hex(asked + request.getContentLengthLong());
  }
}
