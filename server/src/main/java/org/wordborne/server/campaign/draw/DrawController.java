package org.wordborne.server.campaign.draw;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Draws over HTTP. A contest has the id of its campaign.
@RestController
@RequestMapping("/api/v1/campaigns/{id}/draw")
class DrawController {
  private final Draws draws;
  private final Proofs proofs;

  DrawController(Draws draws, Proofs proofs) {
    this.draws = draws;
    this.proofs = proofs;
  }

  /// When the beacon's number is to be made; null for ten minutes from now.
  record DrawSealRequest(@Nullable Instant drawAt) {}

  /// The beacon's number, taken by hand.
  record DrawBeaconRequest(@Nullable Long round, @Nullable String signature) {}

  @GetMapping
  @Needs(Permission.SEE)
  DrawView draw(Scope scope, @PathVariable UUID id) {
    return draws.of(scope, id);
  }

  @PostMapping("/seal")
  @Needs(Permission.APPROVE)
  DrawView sealDraw(SignedIn by, @PathVariable UUID id, @RequestBody DrawSealRequest request) {
    return draws.seal(by, id, request.drawAt());
  }

  @PostMapping("/run")
  @Needs(Permission.APPROVE)
  DrawView runDraw(Scope scope, @PathVariable UUID id) {
    return draws.run(scope, id);
  }

  @PostMapping("/beacon")
  @Needs(Permission.APPROVE)
  DrawView beacon(Scope scope, @PathVariable UUID id, @RequestBody DrawBeaconRequest request) {
    if (request.round() == null) {
      throw new BadInputException("round", null, "Which round is it?");
    }
    if (request.signature() == null) {
      throw new BadInputException("signature", null, "The signature of the round is needed.");
    }
    return draws.beacon(scope, id, request.round(), request.signature());
  }

  @GetMapping("/proof")
  @Needs(Permission.SEE)
  ResponseEntity<String> drawProof(Scope scope, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(proofs.proof(scope, id).json());
  }

  @GetMapping("/entries")
  @Needs(Permission.READ)
  ResponseEntity<byte[]> drawEntries(Scope scope, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(proofs.proof(scope, id).list());
  }
}
