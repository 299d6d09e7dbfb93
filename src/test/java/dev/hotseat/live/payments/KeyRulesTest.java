package dev.hotseat.live.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a key may be, and what it does, as the IETF draft has it.
class KeyRulesTest {
  private final Rig rig = Rig.right();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aMissingKeyIsRefused() {
    Reply reply = rig.payWithoutKey(Rig.BODY);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(Rig.reason(reply)).isEqualTo("key-missing");
    assertThat(rig.charges()).isEmpty();
  }

  @Test
  void aMissingKeyIsTakenWhereKeysDoNotMatter() {
    rig.change("keys", "none");

    assertThat(rig.payWithoutKey(Rig.BODY).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\"\"", "\"half", "\"a\"b\"", "\"a\\x\"", "sch\u00f6n", "tab\there"})
  void aMalformedKeyIsRefused(String key) {
    Reply reply = rig.pay(key);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(Rig.reason(reply)).isEqualTo("key-malformed");
  }

  @ParameterizedTest
  @CsvSource({"1, 201", "255, 201", "256, 400"})
  void aKeyHasAtMost255Characters(int length, int status) {
    assertThat(rig.pay("k".repeat(length)).status()).isEqualTo(status);
  }

  @Test
  void quotedAndBareAreTheSameKey() {
    rig.pay("\"key-1\"");

    assertThat(Rig.replayed(rig.pay("key-1"))).isTrue();
  }

  @Test
  void anotherSpellingOfTheSameBodyIsReplayed() {
    rig.pay("key-1");
    Reply again =
        rig.pay("key-1", "{ \"customer\":\"cus-17\", \"currency\":\"EUR\", \"amount\":1250 }");

    assertThat(Rig.replayed(again)).isTrue();
  }

  @Test
  void anotherBodyIsRefusedAndChargesNothing() {
    rig.pay("key-1");
    Reply other = rig.pay("key-1", Rig.BODY.replace("1250", "9900"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(Rig.reason(other)).isEqualTo("key-reused");
    assertThat(rig.charges()).hasSize(1);
  }

  @Test
  void aKeyInFlightIsAConflictThatSaysWhenToComeBack() {
    rig.change("completer", "off");
    rig.fault("kill-after-claim", 600);
    rig.pay("key-1");
    rig.stop("kill-after-claim");

    Reply twin = rig.pay("key-1");

    assertThat(twin.status()).isEqualTo(409);
    assertThat(Rig.reason(twin)).isEqualTo("in-flight");
    assertThat(twin.headers()).containsKey("Retry-After");
  }

  @Test
  void aRefusedBodyDoesNotUseTheKeyUp() {
    assertThat(rig.pay("key-1", "{\"amount\":-1}").status()).isEqualTo(400);

    Reply right = rig.pay("key-1");

    assertThat(right.status()).isEqualTo(201);
    assertThat(Rig.replayed(right)).isFalse();
  }

  @Test
  void aServerErrorIsReplayedWhereItIsStored() {
    rig.change("replay-errors", "stored");
    rig.fault("provider-down", 1);
    Reply failed = rig.pay("key-1");
    rig.stop("provider-down");

    Reply again = rig.pay("key-1");

    assertThat(failed.status()).isEqualTo(503);
    assertThat(Rig.replayed(again)).isTrue();
    assertThat(again.body()).isEqualTo(failed.body());
    assertThat(rig.charges()).isEmpty();
  }

  @Test
  void aServerErrorIsTriedAgainWhereItIsNot() {
    rig.fault("provider-down", 1);
    assertThat(rig.pay("key-1").status()).isEqualTo(503);
    rig.stop("provider-down");

    assertThat(rig.pay("key-1").status()).isEqualTo(201);
    assertThat(rig.charges()).hasSize(1);
  }

  @Test
  void aDeclinedCardStaysDeclined() {
    String body = Rig.BODY.replace("cus-17", "cus-declined");
    Reply first = rig.pay("key-1", body);
    Reply again = rig.pay("key-1", body);

    assertThat(first.status()).isEqualTo(402);
    assertThat(Rig.reason(first)).isEqualTo("card-declined");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(Rig.replayed(again)).isTrue();
    assertThat(rig.audit().get("clean").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"amount":1250,"currency":"EUR"}                                  | field-missing
          {"currency":"EUR","customer":"c"}                                 | field-missing
          {"amount":0,"currency":"EUR","customer":"c"}                      | amount-invalid
          {"amount":12.5,"currency":"EUR","customer":"c"}                   | amount-invalid
          {"amount":"12","currency":"EUR","customer":"c"}                   | amount-invalid
          {"amount":1000000000000,"currency":"EUR","customer":"c"}          | amount-invalid
          {"amount":99999999999999999999,"currency":"EUR","customer":"c"}   | amount-invalid
          {"amount":1,"currency":"XXX","customer":"c"}                      | currency-unknown
          {"amount":1,"currency":"eur","customer":"c"}                      | currency-unknown
          {"amount":1,"currency":"EUR","customer":"a b"}                    | field-missing
          {"amount":1,"currency":"EUR","customer":"c","tip":1}              | body-malformed
          {"amount":1,"amount":2,"currency":"EUR","customer":"c"}           | body-malformed
          [1]                                                               | body-malformed
          nonsense                                                          | body-malformed
          """)
  void aWrongBodyIsRefused(String body, String reason) {
    Reply reply = rig.pay("key-1", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(Rig.reason(reply)).isEqualTo(reason);
    assertThat(rig.charges()).isEmpty();
  }

  @Test
  void keysAreKeptOnlyAsHashes() throws InterruptedException {
    rig.pay("my-secret-key");

    assertThat(rig.number("SELECT COUNT(*) FROM idempotency_keys WHERE key_hash LIKE '%secret%'"))
        .isZero();
    assertThat(
            rig.number(
                "SELECT COUNT(*) FROM trail WHERE key_hash = '" + Hash.of("my-secret-key") + "'"))
        .isPositive();
  }

  @Test
  void anUnknownTenantIsRefused() {
    assertThat(Rig.reason(rig.pay("key-1", Rig.BODY, "initech"))).isEqualTo("tenant-unknown");
  }

  @Test
  void aPaymentIsShownToItsTenantOnly() {
    String id = Rig.id(rig.pay("key-1", Rig.BODY, "globex"));

    assertThat(rig.get("/payments/" + id).status()).isEqualTo(404);
  }

  @Test
  void anotherMethodIsNotAllowed() {
    assertThat(rig.get("/refunds").status()).isEqualTo(405);
    assertThat(rig.post("/ledger", "", Map.of()).headers()).containsEntry("Allow", "GET");
  }
}
