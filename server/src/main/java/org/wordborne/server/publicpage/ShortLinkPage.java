package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wordborne.server.workspace.QrCode;
import org.wordborne.server.workspace.access.Open;

/// Follows short links, and draws them as codes for cameras.
@Controller
@Open("a short link leads everybody on")
class ShortLinkPage {
  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
  private static final int PIXELS = 600;
  private final ShortLinks links;
  private final LinkVisits visits;
  private final PublicAddress address;
  private final AddressLimits limits;

  ShortLinkPage(ShortLinks links, LinkVisits visits, PublicAddress address, AddressLimits limits) {
    this.links = links;
    this.visits = visits;
    this.address = address;
    this.limits = limits;
  }

  @GetMapping("/l/{code:[0-9A-Za-z]{10}}")
  ResponseEntity<Void> follow(@PathVariable String code, HttpServletRequest request) {
    var found = links.find(code).orElseThrow(PublicDoors::nothing);
    visits.count(found.scope(), found.code(), limits.place(request));
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(found.target())).build();
  }

  @GetMapping("/p/q/{code:[0-9A-Za-z]{10}}.svg")
  ResponseEntity<String> drawing(@PathVariable String code) {
    var found = links.find(code).orElseThrow(PublicDoors::nothing);
    return ResponseEntity.ok().contentType(SVG).body(QrCode.svg(url(found)));
  }

  @GetMapping("/p/q/{code:[0-9A-Za-z]{10}}.png")
  ResponseEntity<byte[]> picture(@PathVariable String code) {
    var found = links.find(code).orElseThrow(PublicDoors::nothing);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .body(QrCode.png(url(found), PIXELS));
  }

  private String url(ShortLinks.Found found) {
    return address.absolute("/l/" + found.code());
  }
}
