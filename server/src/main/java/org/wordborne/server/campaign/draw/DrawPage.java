package org.wordborne.server.campaign.draw;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.effect.Draw;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// The public page of a draw, the files that it offers, and the checker.
@Controller
@Open("everybody may check the draw")
class DrawPage {
  private static final String DOOR = "contest";
  private static final List<String> FILES = List.of(".proof", ".entries", ".chain");

  private final PublicDoors doors;
  private final Draws draws;
  private final Proofs proofs;
  private final Campaigns campaigns;
  private final Workspaces workspaces;

  DrawPage(
      PublicDoors doors, Draws draws, Proofs proofs, Campaigns campaigns, Workspaces workspaces) {
    this.doors = doors;
    this.draws = draws;
    this.proofs = proofs;
    this.campaigns = campaigns;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/c/{door}/draw")
  ResponseEntity<String> draw(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String lang,
      HttpServletRequest request) {
    Door open = doors.open(door, DOOR);
    var campaign = campaigns.get(open.scope(), open.about());
    String brand = workspaces.brand(open.scope()).name();
    var shown =
        new DrawShown(
            "/p/c/" + door,
            DrawWords.of(isGerman(lang, request)),
            ZoneId.of(campaign.zone()),
            brand.isEmpty() ? workspaces.name(open.scope()) : brand);
    var view = draws.shown(open.scope(), open.about());
    if (view.isEmpty()) {
      return PublicAnswers.html(200, shown.open(campaign.name()));
    }
    String typed = plain(code);
    var found = typed.isEmpty() ? null : proofs.entry(open.scope(), open.about(), typed);
    return PublicAnswers.html(
        200, shown.page(view.get(), typed, found == null ? null : found.orElse(null)));
  }

  private static boolean isGerman(@Nullable String lang, HttpServletRequest request) {
    String wanted = lang == null ? request.getLocale().getLanguage() : lang;
    return wanted.startsWith("de");
  }

  /* As Crockford reads them: O is 0, I and L are 1; blanks and hyphens do not count. */
  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }

  @GetMapping("/p/c/{door}/draw/{file}")
  ResponseEntity<byte[]> file(@PathVariable String door, @PathVariable String file) {
    Door open = doors.open(door, DOOR);
    // The name first: the proof is much work, and anybody may ask.
    var name = proofs.name(open.scope(), open.about());
    if (name.stream().noneMatch(one -> FILES.stream().map(one::concat).anyMatch(file::equals))) {
      throw nothing();
    }
    DrawProof proof = proofs.proof(open.scope(), open.about());
    if (file.equals(proof.name() + ".proof")) {
      return PublicAnswers.file(
          file, "application/json", proof.json().getBytes(StandardCharsets.UTF_8));
    }
    if (file.equals(proof.name() + ".entries")) {
      return PublicAnswers.file(file, "text/plain", proof.list());
    }
    if (file.equals(proof.name() + ".chain")) {
      return PublicAnswers.file(
          file, "application/json", proof.chain().getBytes(StandardCharsets.UTF_8));
    }
    throw nothing();
  }

  private static NotFoundException nothing() {
    return new NotFoundException("There is no such file of this draw.");
  }

  @GetMapping({"/p/draw-verify.py", "/p/drand_verify.py"})
  ResponseEntity<byte[]> checker(HttpServletRequest request) {
    String name =
        request.getRequestURI().endsWith("drand_verify.py") ? "drand_verify.py" : "draw-verify.py";
    try (var in = Draw.class.getResourceAsStream(name)) {
      return PublicAnswers.file(name, "text/x-python", Objects.requireNonNull(in).readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
