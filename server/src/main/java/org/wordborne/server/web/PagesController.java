package org.wordborne.server.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// The pages that are put together out of several modules.
@RestController
@RequestMapping("/api/v1")
class PagesController {
  private final NowPage now;
  private final StatusLine status;

  PagesController(NowPage now, StatusLine status) {
    this.now = now;
    this.status = status;
  }

  @GetMapping("/now")
  @Needs(Permission.READ)
  NowView now(Scope scope) {
    return now.view(scope);
  }

  @GetMapping("/status")
  @Needs(Permission.SEE)
  StatusView status(Scope scope) {
    return status.view(scope);
  }
}
