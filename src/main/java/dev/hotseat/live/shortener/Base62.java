package dev.hotseat.live.shortener;

/// Numbers as text of digits, capitals and small letters, and back.
final class Base62 {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RADIX = 62;

  private Base62() {}

  /// How many texts of `length` characters there are; exact up to 10 characters.
  static long count(int length) {
    long count = 1;
    for (int i = 0; i < length; i++) {
      count *= RADIX;
    }
    return count;
  }

  /// `number` in at least `length` characters, zeros in front.
  static String text(long number, int length) {
    if (number < 0) {
      throw new IllegalArgumentException("negative: " + number);
    }
    char[] text = new char[Math.max(length, digits(number))];
    long rest = number;
    for (int i = text.length - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) (rest % RADIX));
      rest /= RADIX;
    }
    return new String(text);
  }

  /// The number that `text` spells, or -1 where it spells none or one above 62^10.
  static long number(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number * RADIX + digit;
    }
    return number;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / RADIX; rest > 0; rest /= RADIX) {
      digits++;
    }
    return digits;
  }
}
