package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/* A log made by hand from its description, with the keys of RFC 8032, 7.1, tests 1 and 2. */
class SignedLogTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String PRIVATE = "302e020100300506032b657004220420";
  private static final String PUBLIC = "302a300506032b6570032100";
  private static final String SECRET =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  private static final String KEY =
      PUBLIC + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
  private static final String OTHER_SECRET =
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
  private static final String OTHER_KEY =
      PUBLIC + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
  private static final String BOOK = "adjudication/oat";

  @Test
  void verify_asItWasWritten_holds() throws Exception {
    var log = log(KEY, lines(SECRET));

    assertThat(log.verify(sha256(HEX.parseHex(KEY)), log.lines().get(1).hash()))
        .allSatisfy(check -> assertThat(check.holds()).as(check.text()).isTrue());
  }

  @Test
  void verify_aLetterChanged_namesTheLine() throws Exception {
    var lines = lines(SECRET);
    var was = lines.get(2);
    lines.set(
        2, new LogLine(3, was.at(), "Ines", was.deed(), was.facts(), was.hash(), was.signature()));

    assertThat(fails(log(KEY, lines)))
        .containsExactly("chain: line 3 was changed, or does not follow from the one before");
  }

  @Test
  void verify_theYearTurnedRound_namesTheLine() throws Exception {
    var lines = lines(SECRET);
    var was = lines.get(2);
    var year = was.at().atOffset(ZoneOffset.UTC).getYear();
    var before = was.at().atOffset(ZoneOffset.UTC).withYear(1 - year).toInstant();
    lines.set(
        2, new LogLine(3, before, was.by(), was.deed(), was.facts(), was.hash(), was.signature()));

    assertThat(fails(log(KEY, lines)))
        .containsExactly("chain: line 3 was changed, or does not follow from the one before");
  }

  @Test
  void verify_aLetterChangedAndHashedAgain_isNotSigned() throws Exception {
    var lines = lines(SECRET);
    var was = lines.get(3);
    var facts = new TreeMap<>(Map.of("code", "0000000009"));
    var hash = LogLine.hash(lines.get(2).hash(), 4, was.at(), was.by(), was.deed(), facts);
    lines.set(3, new LogLine(4, was.at(), was.by(), was.deed(), facts, hash, was.signature()));

    assertThat(fails(log(KEY, lines))).containsExactly("signed: line 4 is not signed with the key");
  }

  @Test
  void verify_aLineLeftOut_isNamed() throws Exception {
    var lines = lines(SECRET);
    lines.remove(1);

    assertThat(fails(log(KEY, lines)))
        .containsExactly(
            "order: line 2 is numbered 3",
            "chain: line 2 was changed, or does not follow from the one before");
  }

  @Test
  void verify_theLastLineLeftOut_isFoundByCountAndByWhatWasNoted() throws Exception {
    var whole = log(KEY, lines(SECRET));
    var some = whole.lines().subList(0, 3);
    var counted = new SignedLog(BOOK, KEY, 4, whole.head(), whole.signature(), some);

    assertThat(fails(counted)).containsExactly("head: the head counts 4 lines, here are 3");
    assertThat(fails(log(KEY, some))).isEmpty();
    assertThat(fails(log(KEY, some), "", whole.head()))
        .containsExactly(
            "head: no line has the hash you noted: lines are missing, or it is another log");
  }

  @Test
  void verify_twoLinesSwapped_namesTheFirst() throws Exception {
    var lines = lines(SECRET);
    lines.add(1, lines.remove(2));

    assertThat(fails(log(KEY, lines)))
        .containsExactly(
            "order: line 2 is numbered 3",
            "chain: line 2 was changed, or does not follow from the one before");
  }

  @Test
  void verify_anotherKey_isNamed() throws Exception {
    String right = sha256(HEX.parseHex(KEY));
    String other = sha256(HEX.parseHex(OTHER_KEY));

    assertThat(fails(log(KEY, lines(OTHER_SECRET)), right, ""))
        .containsExactly("signed: line 1 is not signed with the key");
    assertThat(fails(log(OTHER_KEY, lines(OTHER_SECRET)), right, ""))
        .containsExactly("key: the log is of the key " + other + ", not of the one you named");
    assertThat(fails(log("00", lines(SECRET)), right, ""))
        .contains("key: the log's public key is no Ed25519 key");
  }

  @Test
  void verify_linesOfAnotherBook_areNotSignedForThisOne() throws Exception {
    var log = log(KEY, lines(SECRET));
    var moved = new SignedLog("adjudication/rye", KEY, 4, log.head(), log.signature(), log.lines());

    assertThat(fails(moved)).containsExactly("signed: line 1 is not signed with the key");
  }

  @Test
  void verify_twoFactsReadAsOne_areRefused() throws Exception {
    var lines = lines(SECRET);
    var was = lines.getFirst();
    SortedMap<String, String> odd = new TreeMap<>(Map.of("code=0000000001\ndigest", "ab"));
    lines.set(0, new LogLine(1, was.at(), was.by(), was.deed(), odd, was.hash(), was.signature()));

    assertThat(fails(log(KEY, lines)))
        .containsExactly("chain: line 1 was changed, or does not follow from the one before");
  }

  private static List<String> fails(SignedLog log) {
    return fails(log, "", "");
  }

  private static List<String> fails(SignedLog log, String key, String noted) {
    return log.verify(key, noted).stream()
        .filter(check -> !check.holds())
        .map(check -> check.name() + ": " + check.text())
        .toList();
  }

  private static SignedLog log(String key, List<LogLine> lines) {
    var last = lines.getLast();
    return new SignedLog(BOOK, key, lines.size(), last.hash(), last.signature(), lines);
  }

  private static List<LogLine> lines(String secret) throws GeneralSecurityException {
    var lines = new ArrayList<LogLine>();
    add(lines, secret, "entrant", "entered", "code=0000000001", "digest=ab");
    add(lines, secret, "entrant", "entered", "code=0000000002", "digest=cd");
    add(lines, secret, "Rosa\\n", "excluded", "code=0000000002", "ground=many");
    add(lines, secret, "entrant", "appealed", "code=0000000002");
    return lines;
  }

  private static void add(
      List<LogLine> lines, String secret, String by, String deed, String... facts)
      throws GeneralSecurityException {
    long number = lines.size() + 1L;
    String before = lines.isEmpty() ? "0".repeat(64) : lines.getLast().hash();
    String text =
        "%s\n%d\n2026-11-27T19:00:0%d.250Z\n%s\n%s\n%s\n"
            .formatted(
                before, number, number, by.replace("\\", "\\\\"), deed, String.join("\n", facts));
    String hash = sha256(text.getBytes(StandardCharsets.UTF_8));
    var known = new TreeMap<String, String>();
    Arrays.stream(facts).map(fact -> fact.split("=")).forEach(f -> known.put(f[0], f[1]));
    var at = Instant.parse("2026-11-27T19:00:0" + number + ".250Z");
    var message = "wordborne-log-1\0" + BOOK + "\0" + hash;
    lines.add(new LogLine(number, at, by, deed, known, hash, signed(secret, message)));
  }

  private static String signed(String secret, String message) throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(PRIVATE + secret)));
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(message.getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(signature.sign());
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
