package org.wordborne.server.operate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.operate.doctor.Check;
import org.wordborne.server.operate.doctor.Doctor;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.condition.SendingRest;

/// What concerns the whole server, for who runs it.
@RestController
@RequestMapping("/api/v1/server")
class ServerController {
  private final Doctor doctor;
  private final ServerProperties properties;
  private final SendingRest rest;

  ServerController(Doctor doctor, ServerProperties properties, SendingRest rest) {
    this.doctor = doctor;
    this.properties = properties;
    this.rest = rest;
  }

  /// What was looked at.
  ///
  /// @param publicUrl the address people reach this server by; null for the loopback one
  record ChecksView(@Nullable String publicUrl, List<Check> checks) {}

  /// Lets what is due leave again after a restore.
  @PostMapping("/resume")
  @Needs(Permission.SERVER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(SignedIn who) {
    rest.resume(who.scope());
  }

  @GetMapping("/checks")
  @Needs(Permission.SERVER)
  ChecksView checks() {
    return new ChecksView(properties.publicUrl(), doctor.look());
  }
}
