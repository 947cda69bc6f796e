package org.wordborne.server.workspace.http;

import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.ServerAddress;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.access.Open;

/// Says whom to tell of a weakness (RFC 9116), where the operator named somebody. It is good for
/// half a year from the moment it is read, so it never runs out while the server lives.
@RestController
class SecurityText {
  static final String PATH = "/.well-known/security.txt";
  private static final Period GOOD_FOR = Period.ofMonths(6);
  private final ServerProperties properties;
  private final ServerAddress address;
  private final InstantSource clock;

  SecurityText(ServerProperties properties, ServerAddress address, InstantSource clock) {
    this.properties = properties;
    this.address = address;
    this.clock = clock;
  }

  @Open("who finds a weakness has no account")
  @GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  String tell() {
    String contact = properties.securityContact();
    if (contact == null) {
      throw new NotFoundException("there is nothing at this address");
    }
    var until =
        clock
            .instant()
            .atOffset(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.DAYS)
            .plus(GOOD_FOR)
            .toInstant();
    return """
    Contact: %s
    Expires: %s
    Preferred-Languages: en, de
    Canonical: %s
    """
        .formatted(contact, until, address.absolute(PATH));
  }
}
