package org.wordborne.server.operate;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.Condition;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.access.Open;

/// Whether the process lives, and whether it can do all of its work: for supervisors and load
/// balancers, which sign in nowhere. It tells kinds of reasons and nothing else.
@RestController
@Open("a supervisor has no account; it learns that the server is there, which the page tells too")
class HealthController {
  private static final int UNAVAILABLE = 503;
  private final Conditions conditions;

  HealthController(Conditions conditions) {
    this.conditions = conditions;
  }

  record Life(boolean live) {}

  record Readiness(boolean ready, List<String> reasons) {}

  @GetMapping("/health/live")
  ResponseEntity<Life> live() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Life(true));
  }

  /// Only what stops work makes it unready: a disk that is getting full and a clock that leapt are
  /// told on pages.
  @GetMapping("/health/ready")
  ResponseEntity<Readiness> ready() {
    List<String> reasons =
        conditions.all().stream()
            .filter(one -> one.kind().stopsWork())
            .map(Condition::word)
            .toList();
    return ResponseEntity.status(reasons.isEmpty() ? 200 : UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .body(new Readiness(reasons.isEmpty(), reasons));
  }
}
