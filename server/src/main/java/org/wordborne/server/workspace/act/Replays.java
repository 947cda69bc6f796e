package org.wordborne.server.workspace.act;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives a repeated write the answer that was kept, in the place of the controller: whoever asks
/// has then been judged as for the write itself, by what they may do now.
@Configuration(proxyBeanMethods = false)
class Replays implements WebMvcConfigurer {
  static final String ANSWER = ActKeys.Answer.class.getName();
  static final String HEADER = "Idempotency-Replayed";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Replay()).order(Ordered.LOWEST_PRECEDENCE);
  }

  private static final class Replay implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      if (request.getAttribute(ANSWER) instanceof ActKeys.Answer answer) {
        give(answer, response);
        return false;
      }
      return true;
    }
  }

  private static void give(ActKeys.Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(HEADER, "true");
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.getOutputStream().write(answer.body());
  }
}
