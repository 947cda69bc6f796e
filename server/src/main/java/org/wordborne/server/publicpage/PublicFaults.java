package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.DatabaseTrouble;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.RestingException;
import org.wordborne.server.workspace.TooManyException;

/// Tells on a page what went wrong with a public page: in English by the same sentences
/// that the API tells.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicFaults implements HandlerExceptionResolver {
  private static final Logger LOG = LoggerFactory.getLogger(PublicFaults.class);
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "That could not be taken",
          403, "That is not for you",
          404, "There is nothing here",
          405, "That is not how to ask here",
          409, "That cannot be done now",
          410, "This link is no longer good",
          413, "That is too much at once",
          429, "One moment, please",
          500, "Something of ours broke",
          503, "Please come back in a moment");
  private static final Map<Integer, String> GERMAN_TITLES =
      Map.of(
          400, "Das ging so nicht",
          403, "Das ist nicht für Sie",
          404, "Hier ist nichts",
          405, "So lässt sich hier nicht fragen",
          409, "Das geht jetzt nicht",
          410, "Dieser Link gilt nicht mehr",
          413, "Das ist zu viel auf einmal",
          429, "Einen Augenblick bitte",
          500, "Bei uns ist etwas kaputt",
          503, "Bitte kommen Sie gleich wieder");

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (!RequestPath.isPublic(request)) {
      return null;
    }
    try {
      tell(request, response, fault);
    } catch (IOException gone) {
      LOG.debug("the other side is gone: {}", gone.toString());
    }
    return new ModelAndView();
  }

  static void tell(HttpServletRequest request, HttpServletResponse response, Exception fault)
      throws IOException {
    int status = status(fault);
    if (status == 500) {
      LOG.error("fault at a public page", fault);
    }
    if (fault instanceof TooManyException tooMany) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfter().toSeconds() + 1));
    }
    PageLanguage say = PageLanguage.of(request);
    String title =
        say.german()
            ? GERMAN_TITLES.getOrDefault(status, "Das hat nicht geklappt")
            : TITLES.getOrDefault(status, "That did not work");
    String sentence = say.german() ? german(status) : sentence(status, fault);
    String page = Html.page(PublicFrame.of(title, "", say.code())).lead(title, sentence).done();
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String sentence(int status, Exception fault) {
    return switch (status) {
      case 500 -> "It is written down. Please try again later.";
      case 503 -> "This server cannot work just now. What was acknowledged is kept.";
      case 413 -> "A form takes 64 kB.";
      case 405 -> "Go back and use the form or the link of the page.";
      default ->
          fault instanceof MethodArgumentTypeMismatchException odd
              ? "What the address says of " + odd.getName() + " is not understood."
              : String.valueOf(fault.getMessage());
    };
  }

  /* What is told in English is written for the API too; here one sentence fits each kind. */
  private static String german(int status) {
    return switch (status) {
      case 400 -> "Gehen Sie zurück und prüfen Sie, was in der Adresse oder im Formular steht.";
      case 403 -> "Diese Seite ist für andere bestimmt.";
      case 404 -> "Unter dieser Adresse ist nichts, oder es ist nicht mehr da.";
      case 405 -> "Gehen Sie zurück und benutzen Sie das Formular oder den Link der Seite.";
      case 409 -> "Öffnen Sie die Seite noch einmal: Dort sehen Sie, wie es jetzt steht.";
      case 410 ->
          "Er ist abgelaufen oder wurde zurückgezogen. Bitten Sie die, von denen er kam, um einen"
              + " neuen.";
      case 413 -> "In ein Formular passen 64 kB.";
      case 429 ->
          "In kurzer Zeit kam mehr, als wir annehmen. Es wurde nichts behalten; versuchen Sie es"
              + " später noch einmal.";
      case 503 -> "Dieser Server kann gerade nicht arbeiten. Was bestätigt wurde, ist aufbewahrt.";
      default -> "Es ist aufgeschrieben. Bitte versuchen Sie es später noch einmal.";
    };
  }

  private static int status(Exception fault) {
    return switch (fault) {
      case BadInputException _, MethodArgumentTypeMismatchException _ -> 400;
      case ForbiddenException _ -> 403;
      case NotFoundException _ -> 404;
      case HttpRequestMethodNotSupportedException _ -> 405;
      case ConflictException _ -> 409;
      case GoneException _ -> 410;
      case TooManyException _ -> 429;
      case RestingException _ -> 503;
      default -> isTooLarge(fault) ? 413 : DatabaseTrouble.caused(fault) ? 503 : 500;
    };
  }

  private static boolean isTooLarge(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause.getClass().getSimpleName().equals("TooLargeException"));
  }
}
