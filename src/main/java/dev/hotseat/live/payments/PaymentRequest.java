package dev.hotseat.live.payments;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The body of `POST /payments` or `POST /refunds`, or what is wrong with it.
sealed interface PaymentRequest {
  /// A well-formed body.
  ///
  /// @param refundOf number of the payment to give back from; zero for a charge
  record Wanted(long amount, String currency, String customer, String order, long refundOf)
      implements PaymentRequest {}

  /// Not one.
  record Malformed(Objection objection) implements PaymentRequest {}

  /// Longest body that is read.
  int BODY_LENGTH_MAX = 4_096;

  /// Reads the body of a payment.
  static PaymentRequest payment(String body) {
    return read(body, false);
  }

  /// Reads the body of a refund.
  static PaymentRequest refund(String body) {
    return read(body, true);
  }

  private static PaymentRequest read(String body, boolean refund) {
    if (body.length() > BODY_LENGTH_MAX) {
      return new Malformed(
          new Objection(
              413, "body-malformed", "body", "At most " + BODY_LENGTH_MAX + " characters"));
    }
    try (JsonParser json = Reader.FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return new Reader(json, refund).read();
    } catch (JacksonException e) {
      return Reader.refused("body-malformed", "body", "The body is not a JSON object");
    }
  }

  /// Walks through one body.
  final class Reader {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
            .build();
    private static final int NAME_LENGTH_MAX = 64;

    private final JsonParser json;
    private final boolean refund;
    private long amount;
    private String currency = "";
    private String customer = "";
    private String order = "";
    private long refundOf;

    private Reader(JsonParser json, boolean refund) {
      this.json = json;
      this.refund = refund;
    }

    private PaymentRequest read() {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return refused("body-malformed", "body", "Expected an object with " + fields());
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        json.nextToken();
        Optional<PaymentRequest> wrong = take(field);
        if (wrong.isPresent()) {
          return wrong.get();
        }
      }
      if (json.nextToken() != null) {
        return refused("body-malformed", "body", "Something follows the object");
      }
      return missing().orElseGet(() -> new Wanted(amount, currency, customer, order, refundOf));
    }

    private Optional<PaymentRequest> take(String field) {
      return switch (field) {
        case "amount" -> takeAmount();
        case "currency" -> refund ? unknown(field) : takeCurrency();
        case "customer" -> refund ? unknown(field) : takeCustomer();
        case "order" -> takeOrder();
        case "payment" -> refund ? takePayment() : unknown(field);
        default -> unknown(field);
      };
    }

    private Optional<PaymentRequest> takeAmount() {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        return wrong(
            "amount-invalid", "amount", "Expected whole minor units, such as 1250 for 12.50 EUR");
      }
      boolean huge = json.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
      if (huge || !Money.isAmount(json.getLongValue())) {
        return wrong(
            "amount-invalid", "amount", "Expected 1 to " + Money.MINOR_MAX + " minor units");
      }
      amount = json.getLongValue();
      return Optional.empty();
    }

    private Optional<PaymentRequest> takeCurrency() {
      currency = text();
      return Money.isCurrency(currency)
          ? Optional.empty()
          : wrong("currency-unknown", "currency", "Expected a currency of ISO 4217, such as EUR");
    }

    private Optional<PaymentRequest> takeCustomer() {
      customer = text();
      return named("customer", customer);
    }

    private Optional<PaymentRequest> takeOrder() {
      order = text();
      return named("order", order);
    }

    private Optional<PaymentRequest> takePayment() {
      refundOf = PaymentId.number(text());
      return refundOf > 0
          ? Optional.empty()
          : wrong("field-missing", "payment", "Expected the id of a payment, such as pay-1001");
    }

    private Optional<PaymentRequest> named(String field, String name) {
      boolean plain =
          !name.isEmpty()
              && name.length() <= NAME_LENGTH_MAX
              && name.chars().allMatch(Reader::isPlain);
      return plain
          ? Optional.empty()
          : wrong(
              "field-missing", field, "Expected 1 to 64 letters, digits or . _ : - as " + field);
    }

    private static boolean isPlain(int c) {
      return c < 0x7F && (Character.isLetterOrDigit(c) || "._:-".indexOf(c) >= 0);
    }

    private String text() {
      return json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
    }

    private Optional<PaymentRequest> missing() {
      if (amount == 0) {
        return wrong("field-missing", "amount", "Known are " + fields());
      }
      if (refund) {
        return refundOf == 0
            ? wrong("field-missing", "payment", "Known are " + fields())
            : Optional.empty();
      }
      if (currency.isEmpty()) {
        return wrong("field-missing", "currency", "Known are " + fields());
      }
      return customer.isEmpty()
          ? wrong("field-missing", "customer", "Known are " + fields())
          : Optional.empty();
    }

    private String fields() {
      return refund ? "payment, amount, order?" : "amount, currency, customer, order?";
    }

    private Optional<PaymentRequest> unknown(String field) {
      return wrong("body-malformed", field.length() > 40 ? "body" : field, "Known are " + fields());
    }

    private static Optional<PaymentRequest> wrong(String reason, String field, String detail) {
      return Optional.of(refused(reason, field, detail));
    }

    private static PaymentRequest refused(String reason, String field, String detail) {
      return new Malformed(new Objection(400, reason, field, detail));
    }
  }
}
