package org.wordborne.server.operate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.operate.backup.BackupRun;
import org.wordborne.server.operate.doctor.Check;
import org.wordborne.server.operate.doctor.Doctor;
import org.wordborne.server.workspace.ProgramVersion;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.condition.SendingRest;

/// What concerns the whole server, for who runs it.
@RestController
@RequestMapping("/api/v1/server")
class ServerController {
  private static final int SHOWN = 10;
  private final Doctor doctor;
  private final ServerProperties properties;
  private final SendingRest rest;
  private final OwnBackups backups;
  private final BackupPlan plan;

  ServerController(
      Doctor doctor,
      ServerProperties properties,
      SendingRest rest,
      OwnBackups backups,
      BackupPlan plan) {
    this.doctor = doctor;
    this.properties = properties;
    this.rest = rest;
    this.backups = backups;
    this.plan = plan;
  }

  /// What was looked at.
  ///
  /// @param publicUrl the address people reach this server by; null for the loopback one
  /// @param program version of the program
  record ChecksView(@Nullable String publicUrl, String program, List<Check> checks) {}

  /// What backups there are.
  ///
  /// @param hour of the daily one in the server's zone; null for none
  /// @param keep how many of its own the server keeps
  /// @param makingSince since when one that a person asked for is under way; null for none
  /// @param runs newest first
  record BackupsView(
      @Nullable Integer hour,
      int keep,
      String folder,
      boolean encrypted,
      @Nullable Instant makingSince,
      List<BackupRun> runs) {}

  @GetMapping("/backups")
  @Needs(Permission.SERVER)
  BackupsView backups() {
    return new BackupsView(
        plan.hour() == BackupPlan.NEVER ? null : plan.hour(),
        plan.keep(),
        backups.folder().toString(),
        plan.passphraseFile() != null,
        backups.makingSince(),
        backups.newest(SHOWN));
  }

  /// Begins to make one; what became of it stands in the list.
  @PostMapping("/backups")
  @Needs(Permission.SERVER)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void backup() {
    backups.begin();
  }

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
    return new ChecksView(properties.publicUrl(), ProgramVersion.TEXT, doctor.look());
  }
}
