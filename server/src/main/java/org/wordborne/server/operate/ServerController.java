package org.wordborne.server.operate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.operate.doctor.Check;
import org.wordborne.server.operate.doctor.Doctor;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// What concerns the whole server, for who runs it.
@RestController
@RequestMapping("/api/v1/server")
class ServerController {
  private final Doctor doctor;
  private final ServerProperties properties;

  ServerController(Doctor doctor, ServerProperties properties) {
    this.doctor = doctor;
    this.properties = properties;
  }

  /// What was looked at.
  ///
  /// @param publicUrl the address people reach this server by; null for the loopback one
  record ChecksView(@Nullable String publicUrl, List<Check> checks) {}

  @GetMapping("/checks")
  @Needs(Permission.SERVER)
  ChecksView checks() {
    return new ChecksView(properties.publicUrl(), doctor.look());
  }
}
