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
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.TooManyException;

/// Tells on a page what went wrong with a public page: the same sentences that the API tells.
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
          500, "Something of ours broke");

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
      tell(response, fault);
    } catch (IOException gone) {
      LOG.debug("the other side is gone: {}", gone.toString());
    }
    return new ModelAndView();
  }

  static void tell(HttpServletResponse response, Exception fault) throws IOException {
    int status = status(fault);
    if (status == 500) {
      LOG.error("fault at a public page", fault);
    }
    if (fault instanceof TooManyException tooMany) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfter().toSeconds() + 1));
    }
    String title = TITLES.getOrDefault(status, "That did not work");
    String page =
        Html.page(PublicFrame.of(title, "", "en")).lead(title, sentence(status, fault)).done();
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String sentence(int status, Exception fault) {
    return switch (status) {
      case 500 -> "It is written down. Please try again later.";
      case 413 -> "A form takes 64 kB.";
      case 405 -> "Go back and use the form or the link of the page.";
      default ->
          fault instanceof MethodArgumentTypeMismatchException odd
              ? "What the address says of " + odd.getName() + " is not understood."
              : String.valueOf(fault.getMessage());
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
      default -> isTooLarge(fault) ? 413 : 500;
    };
  }

  private static boolean isTooLarge(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause.getClass().getSimpleName().equals("TooLargeException"));
  }
}
