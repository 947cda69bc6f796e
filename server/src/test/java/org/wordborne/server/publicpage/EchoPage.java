package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A public page of tests: shows what it was sent, and says of a link what it opens.
@org.wordborne.server.workspace.access.Open("a test")
@Controller
class EchoPage {
  static final AtomicInteger KEPT = new AtomicInteger();
  private final PublicLimit limit;
  private final ClientLinks links;

  EchoPage(PublicLimit limit, ClientLinks links) {
    this.limit = limit;
    this.links = links;
  }

  @GetMapping("/p/echo")
  ResponseEntity<String> form() {
    return PublicAnswers.html(
        200,
        Html.page(PublicFrame.of("Echo", "Lantern", "en"))
            .h1("Echo")
            .form(
                "/p/echo",
                limit.formToken("echo"),
                form -> form.field("word", "A word", PublicForm.Field.text()).send("Send")));
  }

  @PostMapping("/p/echo")
  ResponseEntity<String> posted(HttpServletRequest request) throws IOException {
    Posted posted = limit.read(request, "echo");
    KEPT.incrementAndGet();
    return PublicAnswers.html(
        200,
        Html.page(PublicFrame.of("Echo", posted.get("word"), "en"))
            .h1(posted.get("word"))
            .link("there", posted.get("word"))
            .p(posted.fast() ? "fast" : "slow")
            .p(posted.addressHash()));
  }

  @GetMapping("/p/echo/{token}")
  ResponseEntity<String> link(@PathVariable String token) {
    return PublicAnswers.html(
        200,
        Html.page(PublicFrame.of("Echo", "", "en")).h1(links.open(token, "echo").about() + ""));
  }
}
