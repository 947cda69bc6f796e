package org.wordborne.server.publicpage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What every public page stands on: the one stylesheet, and a page for addresses behind which
/// there is nothing.
@Controller
class PublicGround {
  private static final String SHEETS = "classpath*:/publicpage/*.css";
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private final String sheet;

  PublicGround() throws IOException {
    var all = new StringBuilder();
    Resource[] sheets = new PathMatchingResourcePatternResolver().getResources(SHEETS);
    // The common one first, so that those of single pages may add to it.
    Arrays.sort(
        sheets,
        Comparator.comparing((Resource one) -> !"style.css".equals(one.getFilename()))
            .thenComparing(one -> String.valueOf(one.getFilename())));
    for (Resource one : sheets) {
      all.append(one.getContentAsString(StandardCharsets.UTF_8)).append('\n');
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
