package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final Set<BeaconChain> QUICKNET = Set.of(BeaconChain.quicknet());

  @Test
  void run_oatWeek_isAsAnotherProgramWorkedItOut() throws DrawException {
    var drawn = OatWeek.drawn();

    assertThat(Bits.hex(OatWeek.list().root())).isEqualTo(OatWeek.ROOT);
    assertThat(Bits.hex(OatWeek.commitment().hash())).isEqualTo(OatWeek.COMMITMENT);
    assertThat(drawn.seed()).isEqualTo(OatWeek.SEED);
    assertThat(drawn.order()).containsExactly(1, 3, 2);
    assertThat(drawn.winners())
        .containsExactly(
            new Place("saturdays", 1, "2F7K9QX4MB"), new Place("beans", 3, "7PD0VW6HNE"));
    assertThat(drawn.alternates()).containsExactly(new Place("", 2, "3A5M8RTC1Z"));
  }

  @Test
  void run_anEntryMore_isRefused() throws DrawException {
    var late = new ArrayList<>(OatWeek.entries());
    late.add(new Entry("ZZZZZZZZZZ", 5, 1, "valid", "0".repeat(64)));
    var list = EntryList.of(late);

    assertThatThrownBy(
            () ->
                Draw.run(
                    list,
                    OatWeek.commitment(),
                    BeaconChain.quicknet(),
                    OatWeek.ROUND_657413,
                    OatWeek.secret()))
        .hasMessageContaining("the list holds 6 entries, sealed were 5");
  }

  @Test
  void run_beaconOfAnotherRound_isRefused() {
    assertThatThrownBy(
            () ->
                Draw.run(
                    OatWeek.list(),
                    OatWeek.commitment(),
                    BeaconChain.quicknet(),
                    OatWeek.ROUND_1000,
                    OatWeek.secret()))
        .hasMessage("the signature is not that of round 657413");
  }

  @Test
  void run_roundKnownAtTheSeal_isRefused() throws DrawException {
    var sealed = OatWeek.commitment();
    var soon =
        new Commitment(
            sealed.name(),
            sealed.rules(),
            BeaconChain.quicknet().dueAt(657_413).minusSeconds(299),
            sealed.entries(),
            sealed.root(),
            sealed.secret(),
            true,
            sealed.prizes(),
            1,
            sealed.chain(),
            657_413);

    assertThatThrownBy(
            () ->
                Draw.run(
                    OatWeek.list(),
                    soon,
                    BeaconChain.quicknet(),
                    OatWeek.ROUND_657413,
                    OatWeek.secret()))
        .hasMessageContaining("less than 5 minutes after the seal");
  }

  @Test
  void verify_trueProof_holdsInAllFour() throws DrawException {
    var checks = Draw.verify(OatWeek.proof(), null, QUICKNET);

    assertThat(checks).allMatch(Check::holds);
    assertThat(checks)
        .extracting(Check::text)
        .containsExactly(
            "2 prizes, at most one a person, 1 alternate",
            "5 entries, 2 refused after the seal",
            "round 657413 of drand quicknet",
            "1 3 | 2");
  }

  @Test
  void verify_oneChangedEntry_failsSeal() throws DrawException {
    var entries = new ArrayList<>(OatWeek.entries());
    var last = entries.removeLast();
    entries.add(new Entry(last.code(), last.group(), 1, "valid", last.digest()));

    assertThat(failed(Draw.verify(OatWeek.proof(), EntryList.of(entries), QUICKNET)))
        .contains("seal");
  }

  @Test
  void verify_swappedWinners_failsDraw() throws DrawException {
    var proof = OatWeek.proof();
    var told = proof.drawn();
    var swapped =
        List.of(new Place("saturdays", 3, "7PD0VW6HNE"), new Place("beans", 1, "2F7K9QX4MB"));
    var lie = new Drawn(told.seed(), told.order(), swapped, told.alternates());

    assertThat(failed(Draw.verify(with(proof, lie, proof.signature()), null, QUICKNET)))
        .containsExactly("draw");
  }

  @Test
  void verify_flippedSignature_failsBeaconAndDraw() throws DrawException {
    var proof = OatWeek.proof();
    var flipped = proof.signature().substring(0, 95) + "a";

    assertThat(failed(Draw.verify(with(proof, proof.drawn(), flipped), null, QUICKNET)))
        .containsExactly("beacon", "draw");
  }

  @Test
  void verify_untrustedChain_failsBeacon() throws DrawException {
    assertThat(failed(Draw.verify(OatWeek.proof(), null, Set.of()))).containsExactly("beacon");
  }

  @Test
  void rfc3797_itsWorkedExample_isSelected() {
    var key = "9319./2.5.8.10.12./9.18.26.34.41.45./";

    assertThat(Draw.rfc3797(key, 25, 16))
        .containsExactly(17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4);
  }

  private static List<String> failed(List<Check> checks) {
    return checks.stream().filter(check -> !check.holds()).map(Check::name).toList();
  }

  private static Proof with(Proof proof, Drawn drawn, String signature) {
    return new Proof(
        proof.commitment(),
        proof.commitmentHash(),
        proof.chain(),
        proof.round(),
        signature,
        proof.secret(),
        drawn,
        proof.refusedAfter(),
        proof.list(),
        "",
        "");
  }
}
