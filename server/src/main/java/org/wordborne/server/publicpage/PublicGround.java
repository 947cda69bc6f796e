package org.wordborne.server.publicpage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.wordborne.server.workspace.access.Open;

/// What every public page stands on: the one stylesheet, and a page for addresses behind which
/// there is nothing.
@Controller
@Open("style and refusals of public pages")
class PublicGround {
  /* The tokens are the house's own, out of the jar of its pages. */
  private static final List<String> SHEETS =
      List.of("publicpage/tokens.css", "publicpage/style.css");
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private final String sheet;

  PublicGround() throws IOException {
    var all = new StringBuilder();
    for (String one : SHEETS) {
      all.append(new ClassPathResource(one).getContentAsString(StandardCharsets.UTF_8));
    }
    sheet = all.toString();
  }

  @GetMapping("/p/style.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .contentType(CSS)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
        .body(sheet);
  }

  @GetMapping({"/p/**", "/l/**"})
  ResponseEntity<String> nothing() {
    throw PublicDoors.nothing();
  }
}
