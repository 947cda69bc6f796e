package org.wordborne.server.publicpage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Short links over HTTP.
@RestController
@RequestMapping("/api/v1/links")
class ShortLinksController {
  private final ShortLinks links;
  private final PublicAddress address;

  ShortLinksController(ShortLinks links, PublicAddress address) {
    this.links = links;
    this.address = address;
  }

  /// What is asked for.
  ///
  /// @param target a path of ours, or an address on one of your own homes
  /// @param about the campaign it is for, if it is for one
  record ShortLinkRequest(@Nullable String target, @Nullable UUID about) {}

  /// A short link.
  ///
  /// @param visitors addresses of a day, each day's counted apart
  /// @param qr path of its code for cameras
  record ShortLinkView(
      String code,
      String url,
      String target,
      String kind,
      @Nullable UUID about,
      Instant madeAt,
      long visits,
      long visitors,
      String qr) {}

  /// All of them, newest first.
  record ShortLinksView(List<ShortLinkView> links) {}

  @GetMapping
  @Needs(Permission.SEE)
  ShortLinksView all(Scope scope) {
    return new ShortLinksView(links.all(scope).stream().map(this::view).toList());
  }

  @PostMapping
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  ShortLinkView make(Scope scope, @RequestBody ShortLinkRequest request) {
    if (request.target() == null || request.target().isBlank()) {
      throw new BadInputException("target", request.target(), "Say where it leads.");
    }
    var made = links.make(scope, request.target(), "made", request.about());
    return links.all(scope).stream()
        .filter(one -> one.code().equals(made.code()))
        .map(this::view)
        .findFirst()
        .orElseThrow();
  }

  private ShortLinkView view(ShortLinks.Counted one) {
    return new ShortLinkView(
        one.code(),
        one.url(),
        one.target(),
        one.kind(),
        one.about(),
        one.madeAt(),
        one.visits(),
        one.visitors(),
        address.absolute("/p/q/" + one.code() + ".svg"));
  }
}
