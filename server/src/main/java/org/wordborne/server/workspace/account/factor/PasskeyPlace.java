package org.wordborne.server.workspace.account.factor;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerAddress;

/// Where passkeys of this server are good: at the public address, or at `localhost` while there is
/// none. A browser takes no passkey for a number such as 127.0.0.1, nor without https elsewhere.
@Component
public class PasskeyPlace {
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*");
  private static final String HERE = "localhost";
  private final ServerAddress address;

  PasskeyPlace(ServerAddress address) {
    this.address = address;
  }

  /// The name that keys are bound to (the "relying party").
  public String name() {
    return place().getHost();
  }

  /// The one origin from which they are taken.
  public String origin() {
    URI place = place();
    return place.getScheme() + "://" + place.getRawAuthority();
  }

  /// Whether browsers would take a passkey there.
  public boolean possible() {
    URI place = place();
    boolean named = !NUMBER.matcher(place.getHost()).matches();
    return named && (place.getScheme().equals("https") || place.getHost().equals(HERE));
  }

  private URI place() {
    URI known = URI.create(address.absolute("/"));
    return address.isLoopback()
        ? URI.create("http://" + HERE + ":" + known.getPort() + "/")
        : known;
  }
}
