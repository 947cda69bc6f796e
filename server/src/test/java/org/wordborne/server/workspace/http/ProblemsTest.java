package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Ids;

class ProblemsTest {
  private final Problems problems = new Problems(ServerFixture.bean(Ids.class));

  @Test
  void fault_ofOurs_isLoggedUnderTheIdThatIsTold() {
    var log = (Logger) LoggerFactory.getLogger(Problems.class);
    var heard = new ListAppender<ILoggingEvent>();
    heard.start();
    log.addAppender(heard);
    try {
      var answer =
          new Problems(ServerFixture.bean(Ids.class))
              .fault(
                  new IllegalStateException("broke"),
                  new MockHttpServletRequest("GET", "/api/v1/topics"));

      assertThat(answer.getStatusCode().value()).isEqualTo(500);
      String id = String.valueOf(answer.getBody().getProperties().get("id"));
      assertThat(heard.list)
          .singleElement()
          .satisfies(line -> assertThat(line.getFormattedMessage()).contains(id))
          .satisfies(line -> assertThat(line.getThrowableProxy().getMessage()).isEqualTo("broke"));
    } finally {
      log.detachAppender(heard);
    }
  }

  @Test
  void liveLine_ended_saysNothingAnyMore() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    ((Logger) LoggerFactory.getLogger(Problems.class)).addAppender(log);
    var response = new MockHttpServletResponse();
    response.setCommitted(true);
    var request = new ServletWebRequest(new MockHttpServletRequest(), response);

    var timedOut = problems.handleException(new AsyncRequestTimeoutException(), request);
    var gone = problems.handleException(new AsyncRequestNotUsableException("gone"), request);

    assertThat(timedOut).isNull();
    assertThat(gone).isNull();
    assertThat(log.list).isEmpty();
  }
}
