package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.TooManyException;

/// How much one place may ask for: each has a bucket that fills again with time. A place is an
/// address of IPv4, or a net of 64 bits of IPv6, since one house has as many of those as it likes.
///
/// A class of 30 behind one address must all get in at once, so a bucket of forms holds 40; over
/// an hour no more than 200 of one thing are taken.
@Component
class AddressLimits {
  private static final int REMEMBERED = 50_000;
  private static final int NET_BYTES = 8;

  /// A bucket: how much it holds, and in how long it is full again.
  private enum Rate {
    LOOKS(60, Duration.ofSeconds(2)),
    FORMS(40, Duration.ofMinutes(4)),
    FORMS_AT_ONE_DOOR(200, Duration.ofHours(1));

    private final int most;
    private final Duration whole;

    Rate(int most, Duration whole) {
      this.most = most;
      this.whole = whole;
    }
  }

  private record Level(double left, Instant at) {}

  private final InstantSource clock;
  private final boolean proxied;
  private final Map<String, Level> levels =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
          return size() > REMEMBERED;
        }
      };

  AddressLimits(InstantSource clock, ServerProperties properties) {
    this.clock = clock;
    this.proxied = properties.publicUrl() != null;
  }

  /// Counts a page that is looked at.
  void look(HttpServletRequest from) {
    take(Rate.LOOKS, place(from));
  }

  /// Counts a form that is sent.
  void form(HttpServletRequest from, String what) {
    String place = place(from);
    take(Rate.FORMS, place);
    take(Rate.FORMS_AT_ONE_DOOR, place + " " + what);
  }

  private synchronized void take(Rate rate, String place) {
    String key = rate + " " + place;
    Instant now = clock.instant();
    Level old = levels.get(key);
    double each = (double) rate.whole.toMillis() / rate.most;
    double left = rate.most;
    if (old != null) {
      double grown = Math.max(0, Duration.between(old.at(), now).toMillis()) / each;
      left = Math.min(rate.most, old.left() + grown);
    }
    if (left < 1) {
      levels.put(key, new Level(left, now));
      throw new TooManyException(
          "Too much came from your address in a short time. Nothing was kept; try again shortly.",
          Duration.ofMillis((long) Math.ceil((1 - left) * each)));
    }
    levels.put(key, new Level(left - 1, now));
  }

  /// The place a request came from, as text.
  String place(HttpServletRequest from) {
    byte[] address = visitor(from).getAddress();
    boolean wide = address.length > Integer.BYTES;
    return HexFormat.of().formatHex(wide ? Arrays.copyOf(address, NET_BYTES) : address);
  }

  /* Behind a proxy of this machine all come from loopback: it says who asked it at the end of
  X-Forwarded-For. What stands before that was told by the visitor, and is not believed. */
  private InetAddress visitor(HttpServletRequest from) {
    InetAddress peer = InetAddress.ofLiteral(from.getRemoteAddr());
    if (!proxied || !peer.isLoopbackAddress()) {
      return peer;
    }
    String told = String.join(",", Collections.list(from.getHeaders("X-Forwarded-For")));
    try {
      return InetAddress.ofLiteral(told.substring(told.lastIndexOf(',') + 1).strip());
    } catch (IllegalArgumentException noAddress) {
      return peer;
    }
  }
}
