package org.wordborne.server.workspace.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.DatabaseTrouble;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.RestingException;
import org.wordborne.server.workspace.TooManyException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns what went wrong into `application/problem+json` (RFC 9457): a sentence, the field where
/// there is one, and for faults of ours an id that the log has too, never a stack.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String NUL = "a text must not hold the character NUL";
  private static final Map<String, String> UNKEPT =
      Map.of("22021", NUL, "22P05", NUL, "22008", "a time lies beyond what can be kept");
  private final Ids ids;

  Problems(Ids ids) {
    this.ids = ids;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> badInput(BadInputException wrong) {
    ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, wrong.getMessage());
    problem.setProperty("field", wrong.field());
    if (wrong.value() != null) {
      problem.setProperty("value", wrong.value());
    }
    wrong.extras().forEach(problem::setProperty);
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notFound(NotFoundException absent) {
    return answer(problem(HttpStatus.NOT_FOUND, absent.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> conflict(ConflictException refused) {
    return answer(problem(HttpStatus.CONFLICT, refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> forbidden(ForbiddenException refused) {
    return answer(problem(HttpStatus.FORBIDDEN, refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooMany(TooManyException refused) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds() + 1))
        .body(problem(HttpStatus.TOO_MANY_REQUESTS, refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> resting(RestingException refused) {
    ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, refused.getMessage());
    problem.setProperty("kind", refused.kind().word());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds() + 1))
        .body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(BodyLimit.TooLargeException refused) {
    return answer(problem(HttpStatus.CONTENT_TOO_LARGE, refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException wrong) {
    return badInput(
        new BadInputException(
            wrong.getName(), wrong.getValue(), "this is no " + wanted(wrong.getRequiredType())));
  }

  /* What PostgreSQL keeps nowhere, wherever it stood in the request: NUL, and times after its own. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unkept(DataAccessException refused, HttpServletRequest request) {
    return cause(refused, SQLException.class)
        .map(state -> UNKEPT.get(String.valueOf(state.getSQLState())))
        .map(why -> badInput(new BadInputException("", null, why)))
        .orElseGet(() -> fault(refused, request));
  }

  /* The one who asked has gone: there is nobody to answer. */
  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> gone(IOException broken) throws IOException {
    var large = cause(broken, BodyLimit.TooLargeException.class);
    if (large.isPresent()) {
      return tooLarge(large.get());
    }
    LOG.debug("the other side is gone: {}", broken.toString());
    return null;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> fault(Exception fault, HttpServletRequest request) {
    if (DatabaseTrouble.caused(fault)) {
      LOG.warn("no database for {} {}", request.getMethod(), request.getRequestURI());
      return resting(RestingException.ofDatabase());
    }
    String id = ids.next().toString();
    LOG.error("fault {} at {} {}", id, request.getMethod(), request.getRequestURI(), fault);
    ProblemDetail problem =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR, "something of ours broke; the log has it as " + id);
    problem.setProperty("id", id);
    return answer(problem);
  }

  /* A live line ended with the server or with its page: what it had to say is said. */
  @Override
  protected @Nullable ResponseEntity<Object> handleAsyncRequestTimeoutException(
      AsyncRequestTimeoutException ended,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return null;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
      AsyncRequestNotUsableException gone, WebRequest request) {
    return null;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException wrong,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var large = cause(wrong, BodyLimit.TooLargeException.class);
    if (large.isPresent()) {
      return asObject(tooLarge(large.get()));
    }
    return asObject(
        badInput(
            cause(wrong, JacksonException.class)
                .map(Problems::badJson)
                .orElseGet(() -> new BadInputException("", null, "a JSON object is needed"))));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> kind) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static BadInputException badJson(JacksonException wrong) {
    String field =
        wrong.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : step.getPropertyName())
            .collect(Collectors.joining("."));
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          new BadInputException(field, null, "there is no field " + unknown.getPropertyName());
      case DatabindException _ ->
          new BadInputException(field, null, "the value is not of the kind this field takes");
      case StreamConstraintsException _ ->
          new BadInputException(field, null, "the JSON is nested too deep or a value is too long");
      default -> {
        var place = wrong.getLocation();
        yield new BadInputException(
            field,
            null,
            place == null
                ? "this is no JSON"
                : "this is no JSON: line " + place.getLineNr() + ", column " + place.getColumnNr());
      }
    };
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "value of that kind";
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type)
        ? "number"
        : type.getSimpleName();
  }

  static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setTitle(status.getReasonPhrase());
    problem.setDetail(detail);
    return problem;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static ResponseEntity<Object> asObject(ResponseEntity<ProblemDetail> answer) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(answer.getBody());
  }
}
