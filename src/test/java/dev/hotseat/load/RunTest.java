package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.exchange.Why;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Duration HALF = Duration.ofMillis(500);
  private static final Reply FINE = Reply.bare(204, Map.of());

  private final World world = World.real(11);
  private final Traffic traffic =
      (name, _) ->
          (due, random) -> Call.get("/" + name + "/" + random.nextInt(1_000), Map.of(), due);
  private final Generator generator = new Generator(world, limits(Duration.ofSeconds(20)));
  private final Duration shortWait = Duration.ofMillis(300);
  private final Generator hasty = new Generator(world, limits(shortWait));

  @AfterEach
  void close() {
    generator.close();
    hasty.close();
  }

  @Nested
  class AnOpenRun {
    @Test
    void endsEveryArrivalOnce() throws InterruptedException {
      var number = new AtomicInteger();
      Target moody =
          call ->
              switch (number.incrementAndGet() % 4) {
                case 0 -> Reply.refused(503, new Why("overload", "app", "too much"));
                case 1 -> Reply.refused(404, new Why("not-found", "app", "no such link"));
                case 2 -> Reply.bare(500, Map.of());
                default -> FINE;
              };

      RunResult result = run(steady(2_000, HALF, Flow.of("read", 3), Flow.of("write", 1)), moody);

      assertThat(result.offered()).isEqualTo(1_000);
      assertThat(result.served() + result.failures()).isEqualTo(1_000);
      assertThat(result.failed()).isEqualTo(Map.of("overload", 250L, "status-500", 250L));
      assertThat(result.refused()).isEqualTo(Map.of("not-found", 250L));
      assertThat(result.statuses()).isEqualTo(Map.of(503, 250L, 404, 250L, 500, 250L, 204, 250L));
      assertThat(result.all().count()).isEqualTo(1_000);
      assertThat(result.operations())
          .extracting(RunResult.Operation::name)
          .containsExactly("read", "write");
      assertThat(result.operations())
          .allSatisfy(
              one -> assertThat(one.latency().count()).isEqualTo(one.served() + one.failed()));
    }

    @Test
    void sendsTheSameArrivalsWhateverTheTargetDoes() throws InterruptedException {
      List<String> toTheQuick = arrivals(_ -> FINE);
      List<String> toTheSlow =
          arrivals(_ -> {
            pause(20);
            return Reply.bare(500, Map.of());
          });

      assertThat(toTheSlow).hasSizeGreaterThan(100).isEqualTo(toTheQuick);
    }

    @Test
    void callsThatBlockDoNotHoldUpOthers() throws InterruptedException {
      var release = new CountDownLatch(1);
      var blocked = new AtomicInteger();
      Target sometimesStuck =
          call -> {
            if (call.path().startsWith("/stuck")) {
              blocked.incrementAndGet();
              waitFor(release);
            }
            return FINE;
          };
      Run run =
          generator.start(
              steady(400, HALF, Flow.of("stuck", 1), Flow.of("read", 3)), sometimesStuck, traffic);

      // 50 of 200 calls are stuck until every one of the others has been answered.
      await().until(() -> run.progress().offered() == 200);
      await().until(() -> run.progress().served() + blocked.get() == 200);
      release.countDown();

      assertThat(run.await().served()).isEqualTo(200);
    }

    @Test
    void carriesAsManyAtOnceAsCallsBlock() throws InterruptedException {
      var together = new AtomicInteger();
      var most = new AtomicInteger();
      Target slow =
          _ -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            pause(100);
            together.decrementAndGet();
            return FINE;
          };

      RunResult result = run(steady(1_000, HALF, Flow.of("read", 1)), slow);

      // By Little's law 100 are in flight.
      assertThat(result.served()).isEqualTo(500);
      assertThat(most.get()).isBetween(70, 200);
    }

    @Test
    void countsWhatFoundNoPlaceInFlightAsFailedWithItsWait() throws InterruptedException {
      var release = new CountDownLatch(1);
      Run run =
          hasty.start(
              steady(1_000, HALF, Flow.of("read", 1)),
              _ -> {
                waitFor(release);
                return FINE;
              },
              traffic);
      await().until(() -> run.progress().failed() > 50);
      release.countDown();

      RunResult result = run.await();

      assertThat(result.offered()).isEqualTo(500);
      assertThat(result.served() + result.failures()).isEqualTo(500);
      // Those in flight end as unfinished instead where a stalled machine releases them too late.
      assertThat(result.failed().get("not-sent")).isGreaterThan(50);
      assertThat(result.schedule().lagMaxMillis()).isLessThan(result.all().maxMillis());
      assertThat(result.all().maxMillis()).isGreaterThan(shortWait.toMillis());
    }

    @Test
    void endsUnansweredCallsWhenItWaitedLongEnough() throws InterruptedException {
      var release = new CountDownLatch(1);
      Target never =
          _ -> {
            waitFor(release);
            return FINE;
          };

      RunResult result = hasty.start(steady(100, HALF, Flow.of("read", 1)), never, traffic).await();
      release.countDown();

      assertThat(result.failed()).isEqualTo(Map.of("unfinished", 50L));
      assertThat(result.clients().attempts()).isEqualTo(50);
    }

    @Test
    void saysThatATargetThatThrowsIsBroken() throws InterruptedException {
      RunResult result =
          run(
              steady(100, HALF, Flow.of("read", 1)),
              _ -> {
                throw new IllegalStateException("planted");
              });

      assertThat(result.failed()).isEqualTo(Map.of("broken", 50L));
    }

    @Test
    void failsWhenASourceThrows() throws InterruptedException {
      Run run =
          generator.start(
              steady(100, HALF, Flow.of("read", 1)),
              _ -> FINE,
              (_, _) ->
                  (_, _) -> {
                    throw new IllegalStateException("planted");
                  });

      RunResult result = run.await();

      assertThat(result.state()).isEqualTo(RunState.FAILED);
      assertThat(result.note()).contains("planted");
    }

    @Test
    void stopsWhenTold() throws InterruptedException {
      Run run =
          generator.start(
              steady(500, Duration.ofSeconds(30), Flow.of("read", 1)), _ -> FINE, traffic);
      await().until(() -> run.progress().served() > 20);
      run.stop();

      RunResult result = run.await();

      assertThat(result.state()).isEqualTo(RunState.STOPPED);
      assertThat(result.offered()).isBetween(20L, 14_000L);
      assertThat(result.served()).isEqualTo(result.offered());
      assertThat(result.seconds()).isLessThan(29);
      assertThat(run.progress().remainingSeconds()).isZero();
    }

    @Test
    void showsSecondsThatAddUpToTheWhole() throws InterruptedException {
      RunResult result = run(steady(500, Duration.ofMillis(2_600), Flow.of("read", 1)), _ -> FINE);

      assertThat(result.series()).hasSizeBetween(2, 4);
      assertThat(result.series()).extracting(RunResult.Second::second).startsWith(0, 1);
      assertThat(result.figure("rate/read").orElseThrow()).isCloseTo(500, within(25.0));
      assertThat(result.schedule().plannedPerSecond()).isEqualTo(500);
    }

    private List<String> arrivals(Target target) throws InterruptedException {
      var seen = new ConcurrentLinkedQueue<String>();
      var firstDue = new AtomicInteger();
      var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.ramp(100, 800, HALF)));
      var profile = new Profile("same", loop, List.of(Flow.of("read", 3), Flow.of("write", 1)));
      var offsets = new long[1];
      Traffic listening =
          (name, parameters) -> {
            var source = traffic.source(name, parameters);
            return (due, random) -> {
              if (firstDue.getAndIncrement() == 0) {
                offsets[0] = due;
              }
              Call call = source.next(due, random);
              seen.add((due - offsets[0]) + " " + call.path());
              return call;
            };
          };
      generator.start(profile, target, listening).await();
      return List.copyOf(seen);
    }
  }

  @Nested
  class ImpatientClients {
    private final Patience patience = new Patience("interactive", 30_000_000);

    @Test
    void leaveAndTheirAnswersAreForNobody() throws InterruptedException {
      var profile = steady(100, HALF, Flow.of("read", 1)).with(patience, new Retry.None());

      RunResult result =
          run(
              profile,
              _ -> {
                pause(60);
                return FINE;
              });

      assertThat(result.failed()).isEqualTo(Map.of("abandoned", 50L));
      assertThat(result.clients().abandoned()).isEqualTo(50);
      assertThat(result.clients().forNobody()).isEqualTo(50);
      assertThat(result.clients().goodputPerSecond()).isZero();
      assertThat(result.clients().throughputPerSecond()).isCloseTo(100, within(1.0));
    }

    @Test
    void tryAgainAtOnceAsOftenAsTheyMay() throws InterruptedException {
      var attempts = new AtomicInteger();
      var profile =
          steady(100, HALF, Flow.of("read", 1)).with(Patience.ENDLESS, new Retry.AtOnce(3));

      RunResult result =
          run(
              profile,
              _ -> {
                attempts.incrementAndGet();
                return Reply.refused(503, new Why("overload", "app", "too much"));
              });

      assertThat(attempts).hasValue(150);
      assertThat(result.failed()).isEqualTo(Map.of("overload", 50L));
      assertThat(result.clients().attempts()).isEqualTo(150);
      assertThat(result.clients().retries()).isEqualTo(100);
      assertThat(result.statuses()).isEqualTo(Map.of(503, 150L));
    }

    @Test
    void areServedByALaterAttemptAfterBackingOff() throws InterruptedException {
      var tried = new ConcurrentLinkedQueue<String>();
      var backOff = new Retry.BackOff(4, Duration.ofMillis(5), Duration.ofMillis(20));
      var profile = steady(100, HALF, Flow.of("read", 1)).with(Patience.ENDLESS, backOff);
      var number = new AtomicInteger();
      Traffic numbered =
          (_, _) -> (due, _) -> Call.get("/" + number.incrementAndGet(), Map.of(), due);
      Target failsFirst =
          call -> {
            boolean again = tried.contains(call.path());
            tried.add(call.path());
            return again ? FINE : Reply.bare(502, Map.of());
          };

      RunResult result = generator.start(profile, failsFirst, numbered).await();

      assertThat(result.served()).isEqualTo(50);
      assertThat(result.clients().retries()).isEqualTo(50);
      assertThat(result.all().maxMillis()).isGreaterThan(1);
    }

    @Test
    void comeBackWhenTheAnswerTellsThemTo() throws InterruptedException {
      var tried = new ConcurrentHashMap<String, Long>();
      var gaps = new ConcurrentLinkedQueue<Long>();
      var asTold = new Retry.AsTold(2, Duration.ofMillis(5));
      var profile = steady(100, HALF, Flow.of("read", 1)).with(Patience.ENDLESS, asTold);
      var number = new AtomicInteger();
      Traffic numbered =
          (_, _) -> (due, _) -> Call.get("/" + number.incrementAndGet(), Map.of(), due);
      Target refusesFirst =
          call -> {
            Long before = tried.putIfAbsent(call.path(), call.dueNanos());
            if (before != null) {
              gaps.add(call.dueNanos() - before);
              return FINE;
            }
            return Reply.bare(429, Map.of("Retry-After", "1"));
          };

      RunResult result = generator.start(profile, refusesFirst, numbered).await();

      assertThat(result.served()).isEqualTo(50);
      assertThat(gaps).hasSize(50).allMatch(gap -> gap >= 1_000_000_000L);
    }

    @Test
    void leaveTheirFirstAttemptToItselfAndTryAgain() throws InterruptedException {
      var profile = steady(50, HALF, Flow.of("read", 1)).with(patience, new Retry.AtOnce(2));
      var held = new Semaphore(0);
      var calls = new AtomicInteger();
      Target holds =
          _ -> {
            calls.incrementAndGet();
            held.acquireUninterruptibly();
            return FINE;
          };
      Run run = generator.start(profile, holds, traffic);

      // Nothing is ever answered: every client leaves twice, and the work goes on for nobody.
      await().until(() -> run.progress().failed() == 25);
      held.release(calls.get());
      RunResult result = run.await();

      assertThat(calls).hasValue(50);
      assertThat(result.failed()).isEqualTo(Map.of("abandoned", 25L));
      assertThat(result.clients().abandoned()).isEqualTo(50);
    }
  }

  @Nested
  class AClosedRun {
    @Test
    void neverHasMoreInFlightThanClients() throws InterruptedException {
      var together = new AtomicInteger();
      var most = new AtomicInteger();
      var loop = new Loop.Closed(5, Duration.ZERO, HALF);
      Target slow =
          _ -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            pause(5);
            together.decrementAndGet();
            return FINE;
          };

      RunResult result = run(new Profile("closed", loop, List.of(Flow.of("read", 1))), slow);

      assertThat(most).hasValue(5);
      assertThat(result.state()).isEqualTo(RunState.DONE);
      assertThat(result.served()).isEqualTo(result.offered()).isBetween(50L, 500L);
    }

    @Test
    void slowsDownWithTheTarget() throws InterruptedException {
      var loop = Loop.Closed.reaching(1_000, 10, HALF);
      var profile = new Profile("closed", loop, List.of(Flow.of("read", 1)));

      RunResult quick = run(profile, _ -> FINE);
      RunResult slow =
          run(
              profile,
              _ -> {
                pause(50);
                return FINE;
              });

      assertThat(slow.offered()).isLessThan(quick.offered() / 3);
    }

    @Test
    void triesAgainToo() throws InterruptedException {
      var loop = new Loop.Closed(2, Duration.ofMillis(20), HALF);
      var profile =
          new Profile("closed", loop, List.of(Flow.of("read", 1)))
              .with(Patience.ENDLESS, new Retry.AtOnce(2));

      RunResult result = run(profile, _ -> Reply.bare(503, Map.of()));

      assertThat(result.failures()).isEqualTo(result.offered()).isPositive();
      assertThat(result.clients().retries()).isEqualTo(result.offered());
    }
  }

  @Test
  void refusesMoreThanTheLimitsAllow() {
    List<Profile> tooMuch =
        List.of(
            steady(10_001, HALF, Flow.of("read", 1)),
            steady(1, Duration.ofSeconds(61), Flow.of("read", 1)),
            new Profile("closed", new Loop.Closed(51, HALF, HALF), List.of(Flow.of("read", 1))));

    assertThat(tooMuch)
        .allSatisfy(profile ->
            assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> generator.start(profile, _ -> FINE, traffic)));
  }

  /// Never void: how late a busy machine sends is not what these tests are about.
  private static LoadLimits limits(Duration waitMax) {
    return new LoadLimits(10_000, Duration.ofSeconds(60), 200, 50, waitMax, Duration.ofSeconds(30));
  }

  private RunResult run(Profile profile, Target target) throws InterruptedException {
    return generator.start(profile, target, traffic).await();
  }

  private static Profile steady(double rate, Duration duration, Flow... mix) {
    return Profile.steady("steady", rate, duration, List.of(mix));
  }

  private void pause(long millis) {
    try {
      world.pause().sleepNanos(millis * 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
