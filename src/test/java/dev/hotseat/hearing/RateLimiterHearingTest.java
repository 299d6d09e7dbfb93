package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention;
import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the interviewer of the rate limiter hears, and what leaves it unmoved.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimiterHearingTest {
  @Inject Collection<Blueprint> blueprints;
  private Ear ear;

  @BeforeAll
  void open() {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    var found = new Scenarios(Path.of("scenarios"), designs).find("rate-limiter").orElseThrow();
    Scenario scenario = ((Scenarios.Found.Sound) found).scenario();
    ear = Ear.of(scenario.concepts(), scenario.clarifications());
  }

  @AfterAll
  void close() {
    ear.close();
  }

  private List<String> credited(String answer) {
    return ear.hear(answer, "").credited().stream().map(Mention::concept).toList();
  }

  private List<String> denied(String answer) {
    return ear.hear(answer, "").denied().stream().map(Mention::concept).toList();
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "window-edge | A hundred at the end of one minute and a hundred at the start of the next is twice the limit.",
        "window-edge | The fixed window is fooled at its boundary: double the calls in two seconds.",
        "bucket-saves | The bucket refills all the time and a rested client may burst.",
        "log-exact | A log keeps every time stamp, so it is exact and eats memory.",
        "counter-approximates | The sliding counter weighs the previous window.",
        "one-number | GCRA is one timestamp per key.",
        "queue-smooths | A leaky bucket makes callers wait in a queue instead.",
        "nodes-multiply | With a count on each node the customer gets four times as much.",
        "shared-count | All gateways use one counter in a shared store.",
        "one-atomic-step | A Lua script makes the check atomic in the store.",
        "readers-race | Two nodes read the same value before either of them writes.",
        "share-of-the-limit | The limit is divided by the number of nodes.",
        "sync-drifts | When nodes sync twice a second they overshoot a little in between.",
        "bounded-wait | The store gets a deadline of a few milliseconds.",
        "open-price | If we fail open the backend is flooded.",
        "closed-price | Failing closed refuses everybody, so the limiter is the outage.",
        "local-fallback | While the store is down each node uses a local limit.",
        "stop-asking | A breaker opens and we stop calling the store.",
        "cost-of-wrong | Refusing a paying customer wrongly is worse than letting a few more in.",
        "oversold | The sum of the limits exceeds what the backend can do.",
        "two-levels | A limit per key, and a global ceiling behind it.",
        "noisy-neighbour | One noisy customer starves all the small ones.",
        "shed-at-capacity | At capacity we shed load of the free plan first.",
        "spread-returns | Retry-After gets some jitter.",
        "all-at-the-reset | Everyone comes back in the same second.",
        "refusals-cost | A retry storm multiplies the decisions.",
        "whose-clock | The store's clock decides for all nodes.",
        "bounded-memory | Idle keys are evicted.",
        "forgetting-is-safe | A full bucket is the same as a new one.",
        "known-before-counted | Unknown keys are rejected before we keep any state.",
        "distance-decides | A round trip over the ocean does not fit in the budget.",
        "regional-shares | Each region gets a third of the limit.",
        "shares-move | Unused shares are lent to the busy region.",
        "weigh-calls | A report is charged ten units.",
        "charge-before-known | We charge an estimate and refund the difference.",
        "second-allowance | The burst has a separate hourly bucket.",
        "bursts-coincide | All those bursts come together at nine and the backend falls.",
        "shadow-first | First the new limit runs in shadow mode.",
        "tell-customers | We tell customers before the limit bites.",
      })
  void hears(String concept, String sentence) {
    assertThat(credited(sentence)).contains(concept);
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "local-fallback | I would not fall back to a local limit.",
        "spread-returns | Retry-After needs no jitter.",
        "one-atomic-step | We do not need an atomic increment.",
        "shared-count | I would avoid a shared counter for all nodes.",
        "two-levels | We need no global ceiling besides.",
        "shadow-first | There is no need for a dry run.",
      })
  void hearsWhatIsDenied(String concept, String sentence) {
    assertThat(denied(sentence)).contains(concept);
    assertThat(credited(sentence)).doesNotContain(concept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Token bucket, leaky bucket, sliding window, GCRA, Redis, Lua.",
        "Redis, Kafka, sharding, consistent hashing, jitter, circuit breaker.",
      })
  void isNotImpressedByLists(String salad) {
    assertThat(credited(salad)).isEmpty();
  }

  @Test
  void isNotImpressedByBullets() {
    assertThat(credited("- token bucket\n- circuit breaker\n- jitter\n- shadow mode")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We use best practices for a scalable and robust solution.",
        "The limiter limits the rate at which the rate is limited.",
        "It is fast, safe and simple, and it will just work.",
        "I would protect the public API with a state of the art gateway.",
      })
  void hearsNothingWhereNothingIsSaid(String hollow) {
    assertThat(credited(hollow)).isEmpty();
  }

  @ParameterizedTest(name = "{0} : {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "peak | How many requests per second do you expect at peak?",
        "plans | Which limits do the plans have?",
        "keys | How many customers are there?",
        "skew | Is the traffic evenly distributed over tenants?",
        "nodes | How many gateway nodes are there?",
        "backend | What can the backend handle?",
        "wrong-answers | Which is worse, a false rejection or admitting too many?",
        "store | Is there a shared counter store?",
        "budget | How much latency may the gate add?",
        "store-failure | What should happen when the store is down?",
        "regions | Are the clients in one region?",
        "bursts | Are bursts allowed?",
        "routes | Do all endpoints cost the same?",
        "identity | How do we identify callers?",
        "abuse | Do we expect attacks with forged keys?",
        "fairness | Do paying customers have priority?",
        "why-now | Why do you want this now?",
        "refusals | What status do refused clients get?",
      })
  void answersFromTheFactSheet(String fact, String question) {
    assertThat(ear.hear(question, "").clarifications()).contains(fact);
  }

  @Test
  void hearsMoreInAReasonThanInAName() {
    String named = "I would use jitter on Retry-After.";
    String reasoned = "Retry-After gets jitter, because otherwise everybody returns at once.";

    assertThat(reasoned(named)).isFalse();
    assertThat(reasoned(reasoned)).isTrue();
  }

  private boolean reasoned(String answer) {
    return ear.hear(answer, "").credited().stream()
        .anyMatch(each -> each.concept().equals("spread-returns") && each.reasoned());
  }
}
