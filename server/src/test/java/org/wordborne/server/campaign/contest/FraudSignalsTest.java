package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.text.Fingerprint;

/// Planted cases: who is flagged together, and who is not flagged at all.
class FraudSignalsTest {
  private static final Instant OPEN = Instant.parse("2026-11-20T08:00:00Z");
  private final List<FraudEntry> entries = new ArrayList<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void judge_classRingFamilyAndStrangers_flagsTheRingAlone(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 46; i++) {
      enter(letters(i) + ".stranger@mail.test", "10.0.0." + i, random.nextInt(86_400), 20_000);
    }
    for (int i = 0; i < 30; i++) {
      enter(
          letters(i) + ".pupil@school.test",
          "class",
          36_000 + random.nextInt(900),
          15_000 + random.nextInt(60_000));
    }
    for (int i = 0; i < 5; i++) {
      enter("hale." + "abcde".charAt(i) + "@home.test", "family", 70_000 + 300 * i * i, 30_000);
    }
    for (int i = 0; i < 12; i++) {
      enter("nick+" + i + "@free.test", i % 2 == 0 ? "ring1" : "ring2", 50_000 + 20 * i, 1_100);
    }

    var judged = FraudSignals.judge(entries);
    var flagged = judged.stream().filter(FraudComponent::isFlagged).toList();

    assertThat(flagged).hasSize(1);
    assertThat(flagged.getFirst().entries()).hasSize(12);
    assertThat(flagged.getFirst().reasons())
        .extracting(FraudReason::kind)
        .contains("mailbox", "fast", "gaps", "address");
    assertThat(judged.stream().mapToInt(one -> one.entries().size()).sum()).isEqualTo(93);
  }

  @Test
  void judge_sameAddressAlone_weighsNothing() {
    for (int i = 0; i < 40; i++) {
      enter(letters(i) + "@x.test", "shared", i * i * 7, 9_000);
    }

    var judged = FraudSignals.judge(entries);

    assertThat(judged).hasSize(40).allMatch(one -> one.score() == 0);
  }

  @Test
  void judge_mailSeries_isOneComponent() {
    for (int i = 1; i <= 8; i++) {
      enter("anna%02d@x.test".formatted(i), "10.1.1." + i, i * i * 100, 9_000);
    }

    var judged = FraudSignals.judge(entries);

    assertThat(judged).hasSize(1);
    assertThat(judged.getFirst().score()).isEqualTo(2.5);
  }

  @Test
  void judge_relayMail_weighsLessThanAThrowAway() {
    enter("kx7@duck.com", "a", 10, 9_000);
    enter("kx7+b@duck.com", "b", 500, 9_000);

    assertThat(FraudSignals.judge(entries).getFirst().score()).isEqualTo(3.7);
  }

  @Test
  void judge_wordsOfOneHand_joinButShortAnswersDoNot() {
    String long1 = "the finest oat foam floats over the whole of our little market town";
    entries.add(entry("a1a@x.test", "a", 10, 9_000L, long1, true));
    entries.add(entry("bb@y.test", "b", 900, 9_000L, long1, true));
    entries.add(entry("cc@z.test", "c", 2_000, 9_000L, "Oat Cloud", false));
    entries.add(entry("dd@z.test", "d", 5_000, 9_000L, "Oat Cloud", false));

    var judged = FraudSignals.judge(entries);

    assertThat(judged).hasSize(3);
    assertThat(judged.getFirst().score()).isEqualTo(1.5);
    assertThat(judged.getFirst().isFlagged()).isFalse();
  }

  @Test
  void mailName_waysToWriteOneBox_areOneBox() {
    assertThat(MailName.of("Ann.Hale+oat@Gmail.com").box()).isEqualTo("annhale@gmail.com");
    assertThat(MailName.of("ann.hale@example.org").box()).isEqualTo("ann.hale@example.org");
    assertThat(MailName.of("ann+1@bücher.test").exact()).isEqualTo("ann+1@xn--bcher-kva.test");
  }

  private static String letters(int i) {
    return "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
  }

  private void enter(String mail, String address, int second, long millis) {
    entries.add(entry(mail, address, second, millis, "Name " + entries.size(), false));
  }

  private FraudEntry entry(
      String mail,
      String address,
      int second,
      @Nullable Long millis,
      String words,
      boolean isLong) {
    var name = MailName.of(mail);
    return new FraudEntry(
        new UUID(1, entries.size()),
        entries.size() + 1,
        OPEN.plus(Duration.ofSeconds(second)),
        name.box(),
        name.pattern(),
        name.relay(),
        address,
        millis,
        Fingerprint.of(words),
        isLong,
        null);
  }
}
