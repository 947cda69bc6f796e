package org.wordborne.server.campaign.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.effect.Entry;
import org.wordborne.effect.Prize;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// A contest of five entries, two prizes and one alternate, whose entries a test may change.
final class TestContest implements Contests {
  private static final String[] CODES = {
    "2F7K9QX4MB", "3A5M8RTC1Z", "7PD0VW6HNE", "9XK2B4JQ7T", "C0FFEE1234"
  };
  final List<Entry> entries = new ArrayList<>();
  final List<String> lacks = new ArrayList<>();
  final List<Drawn> places = new ArrayList<>();
  int timesDrawn;
  @Nullable Instant sealedAt;
  @Nullable UUID broken;

  TestContest() {
    int[] groups = {3, 1, 2, 3, 4};
    for (int i = 0; i < CODES.length; i++) {
      byte[] salt = new byte[16];
      salt[0] = (byte) i;
      String digest = Entry.digest(salt, "form", "2026-11-20T09:00:00.000Z", "words " + i);
      entries.add(new Entry(CODES[i], groups[i], 1 + i % 2, i == 4 ? "twice" : "valid", digest));
    }
  }

  @Override
  public Sealable sealable(Scope scope, JdbcClient tx, UUID contest) {
    return new Sealable(
        "Oat Week",
        Instant.EPOCH,
        List.copyOf(lacks),
        List.copyOf(entries),
        List.of(new Prize("saturdays", 1), new Prize("beans", 1)),
        List.of("A year of Saturdays", "Northbank beans, 1 kg"),
        1,
        true,
        HexFormat.of().formatHex(new byte[32]));
  }

  @Override
  public void sealed(SignedIn by, JdbcClient tx, UUID contest, Instant at) {
    sealedAt = at;
  }

  @Override
  public void drawn(Scope scope, JdbcClient tx, UUID contest, List<Drawn> drawn) {
    if (contest.equals(broken)) {
      throw new IllegalStateException("No piece can be given.");
    }
    timesDrawn++;
    places.addAll(drawn);
  }

  @Override
  public @Nullable String shownName(Scope scope, UUID contest, String code) {
    return code.equals(CODES[0]) ? "woodlark" : null;
  }
}
