package dev.hotseat.live.payments;

/// How payments are called outside: `pay-1001`, or `ref-1002` for a refund.
final class PaymentId {
  private static final int DIGITS_MAX = 15;

  private PaymentId() {}

  static String text(boolean refund, long number) {
    return (refund ? "ref-" : "pay-") + number;
  }

  /// The number of a payment or refund, or 0 where the text is no such name.
  static long number(String text) {
    if (!text.startsWith("pay-") && !text.startsWith("ref-")) {
      return 0;
    }
    String digits = text.substring(4);
    boolean number =
        !digits.isEmpty()
            && digits.length() <= DIGITS_MAX
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Long.parseLong(digits) : 0;
  }
}
