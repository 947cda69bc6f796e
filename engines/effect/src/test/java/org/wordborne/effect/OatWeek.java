package org.wordborne.effect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/* A draw of five entries whose every hash was worked out by another program (Python's hashlib). */
final class OatWeek {
  static final String ROOT = "2c9a24c24ca053139775272bf8d19089d7a89454032673b5827870303d115ab6";
  static final String SECRET_HASH =
      "6c4ec11d5062738b51197f2c00adc3933df88b3649dfcc12123d975a006a6ee2";
  static final String COMMITMENT =
      "fcf44e703cbd52b1be008fd94cf3563fbbb77e6c87bcbce769328aa1f957518a";
  static final String SEED = "975bd28085a7392695b55f207c02a0dd86681e940be4247f46288e9718bc3b98";

  /* drand quicknet, published rounds. */
  static final byte[] ROUND_1000 =
      Bits.unhex(
          "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125"
              + "e342b73a8dd2bacbe47e4b6b63ed5e39");
  static final byte[] ROUND_657413 =
      Bits.unhex(
          "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be"
              + "41076862b98fad56e91a6b85b89cd97b");

  private static final List<String> ROWS =
      List.of(
          "2F7K9QX4MB 3 1 valid Cloud nine",
          "3A5M8RTC1Z 1 2 valid Oat so good",
          "7PD0VW6HNE 2 1 valid Foam sweet foam",
          "9XK2B4JQ7T 3 1 valid Oatrageous",
          "C0FFEE1234 4 1 twice Oat again");

  private OatWeek() {}

  static List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < ROWS.size(); i++) {
      var row = ROWS.get(i).split(" ", 5);
      byte[] salt = new byte[16];
      Arrays.fill(salt, (byte) i);
      var digest = Entry.digest(salt, "form", "2026-11-2%dT09:00:00.000Z".formatted(i), row[4]);
      entries.add(
          new Entry(row[0], Integer.parseInt(row[1]), Integer.parseInt(row[2]), row[3], digest));
    }
    return entries;
  }

  static EntryList list() throws DrawException {
    return EntryList.of(entries());
  }

  static byte[] secret() {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    return secret;
  }

  static Commitment commitment() throws DrawException {
    return sealed(list());
  }

  static Commitment sealed(EntryList list) throws DrawException {
    return new Commitment(
            "Oat Week",
            Bits.hex(Bits.sha256(Bits.utf8("Rules, version 3.\n"))),
            Instant.parse("2023-09-15T10:00:00Z"),
            list.size(),
            Bits.hex(list.root()),
            Bits.hex(Commitment.hashOfSecret(secret())),
            true,
            List.of(new Prize("saturdays", 1), new Prize("beans", 1)),
            1,
            BeaconChain.quicknet().hash(),
            657_413)
        .checked();
  }

  static Drawn drawn() throws DrawException {
    return Draw.run(list(), commitment(), BeaconChain.quicknet(), ROUND_657413, secret());
  }

  static Proof proof() throws DrawException {
    return Proof.of(
        list(), commitment(), BeaconChain.quicknet(), ROUND_657413, secret(), drawn(), 2, "");
  }
}
