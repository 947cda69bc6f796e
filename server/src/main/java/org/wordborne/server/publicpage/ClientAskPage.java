package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// Where a client approves something by a link of their own.
@Controller
@RequestMapping("/p/a/{token}")
@Open("the token in the address was given to the client")
class ClientAskPage {
  private static final int LONGEST_TOKEN = 100;
  private final ClientLinks links;
  private final PublicLimit limit;
  private final Workspaces workspaces;
  private final List<ClientAsk> asks;

  ClientAskPage(ClientLinks links, PublicLimit limit, Workspaces workspaces, List<ClientAsk> asks) {
    this.links = links;
    this.limit = limit;
    this.workspaces = workspaces;
    this.asks = asks;
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
    Door door = links.open(known(token));
    return PublicAnswers.html(
        200, of(door).show(door, visit(door, token, request, false, Refused.NOTHING)));
  }

  private ClientAsk.ClientVisit visit(
      Door door, String token, HttpServletRequest request, boolean stale, Refused refused) {
    return new ClientAsk.ClientVisit(
        "/p/a/" + token,
        limit.formToken("ask " + token),
        isGerman(request),
        workspaces.brand(door.scope()).name(),
        stale,
        refused);
  }

  @PostMapping
  ResponseEntity<String> answer(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Door door = links.open(known(token));
    ClientAsk ask = of(door);
    Posted posted = limit.read(request, "ask " + token);
    try {
      if (ask.answer(door, posted)) {
        return PublicAnswers.see("/p/a/" + token);
      }
      var stale = visit(door, token, request, true, Refused.of(posted, ""));
      return PublicAnswers.html(409, ask.show(door, stale));
    } catch (BadInputException wrong) {
      String why = isGerman(request) ? german(wrong) : String.valueOf(wrong.getMessage());
      var again = visit(door, token, request, false, Refused.of(posted, why));
      return PublicAnswers.html(400, ask.show(door, again));
    }
  }

  private static String german(BadInputException wrong) {
    return switch (wrong.field()) {
      case "name" -> "Bitte nennen Sie Ihren Namen, in höchstens 100 Zeichen.";
      case "note" -> "Bitte sagen Sie kürzer, was anders sein soll, oder überhaupt etwas.";
      default -> "Das Formular ist nicht vollständig. Bitte öffnen Sie den Link noch einmal.";
    };
  }

  private static String known(String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw new NotFoundException("This link leads nowhere.");
    }
    return token;
  }

  private ClientAsk of(Door door) {
    return asks.stream()
        .filter(ask -> ask.kind().equals(door.kind()))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("This link leads nowhere."));
  }

  private static boolean isGerman(HttpServletRequest request) {
    return PageLanguage.of(request).german();
  }
}
