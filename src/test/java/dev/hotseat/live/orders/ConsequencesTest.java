package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.orders.Consequences.Tally;
import org.junit.jupiter.api.Test;

/// Whether an action was harmful is read from what followed, not from what it was.
class ConsequencesTest {
  private static final Tally GOOD = new Tally(100, 0, 0, 0);
  private static final Tally BAD = new Tally(100, 60, 0, 0);

  private final Consequences consequences = new Consequences();

  @Test
  void nothingHappenedIsNoHarm() {
    pass(10, BAD);
    consequences.watch("set-timeout");
    pass(10, BAD);

    assertThat(consequences.harmful()).isEmpty();
  }

  @Test
  void moreBadCallsThanBeforeAreHarm() {
    pass(10, GOOD);
    consequences.watch("resize-pool");
    pass(10, new Tally(100, 8, 0, 0));

    assertThat(consequences.harmful()).containsExactly("resize-pool");
  }

  @Test
  void whatWasGettingWorseAnywayIsNotBlamed() {
    pass(5, GOOD);
    pass(5, new Tally(100, 20, 0, 0));
    consequences.watch("drain");
    pass(10, new Tally(100, 45, 0, 0));

    assertThat(consequences.harmful()).isEmpty();
  }

  @Test
  void blockingWhoeverHurtsEverybodyIsNoHarm() {
    pass(10, BAD);
    consequences.watch("block-tenant");
    pass(10, new Tally(100, 25, 25, 0));

    assertThat(consequences.harmful()).isEmpty();
  }

  @Test
  void blockingSomebodyElseIsHarm() {
    pass(10, BAD);
    consequences.watch("block-tenant");
    pass(10, new Tally(100, 70, 25, 0));

    assertThat(consequences.harmful()).containsExactly("block-tenant");
  }

  @Test
  void cuttingAFewCallsForNothingIsHarm() {
    pass(10, GOOD);
    consequences.watch("restart");
    pass(1, new Tally(100, 6, 6, 0));
    pass(9, GOOD);

    assertThat(consequences.harmful()).containsExactly("restart");
  }

  @Test
  void cuttingAFewCallsForACureIsNone() {
    pass(10, BAD);
    consequences.watch("restart");
    pass(1, new Tally(100, 66, 6, 0));
    pass(9, GOOD);

    assertThat(consequences.harmful()).isEmpty();
  }

  @Test
  void takingNoOrdersIsNoHarmWhereTheyWereWrittenWrongly() {
    pass(10, new Tally(100, 0, 0, 5));
    consequences.watch("freeze-writes");
    pass(10, new Tally(100, 30, 30, 0));

    assertThat(consequences.harmful()).isEmpty();
  }

  @Test
  void nothingIsToldFromSecondsInWhichTheWorldChanged() {
    pass(10, GOOD);
    consequences.watch("add-instance");
    pass(3, GOOD);
    consequences.disturbed();
    pass(10, BAD);

    assertThat(consequences.harmful()).isEmpty();
  }

  @Test
  void tooFewCallsSayNothing() {
    pass(10, new Tally(1, 0, 0, 0));
    consequences.watch("restart");
    pass(10, new Tally(1, 1, 1, 0));

    assertThat(consequences.harmful()).isEmpty();
  }

  private void pass(int seconds, Tally each) {
    for (int i = 0; i < seconds; i++) {
      consequences.second(each);
    }
  }
}
