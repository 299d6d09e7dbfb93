package dev.hotseat.live.shortener;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Literal addresses in every spelling that a browser understands, and which of them a stranger's
/// link must not lead to.
///
/// Reads text only: no name is ever resolved.
final class Addresses {
  private static final List<Block> CLOSED_V4 =
      List.of(
          Block.v4(0, 0, 8, "this network"),
          Block.v4(10, 0, 8, "a private network"),
          Block.v4(100, 64, 10, "a carrier's private network"),
          Block.v4(127, 0, 8, "loopback"),
          Block.v4(169, 254, 16, "link-local, where cloud metadata lives"),
          Block.v4(172, 16, 12, "a private network"),
          new Block(0xC0000000L, 24, "reserved"),
          new Block(0xC0000200L, 24, "documentation"),
          Block.v4(192, 168, 16, "a private network"),
          Block.v4(198, 18, 15, "benchmarking"),
          new Block(0xC6336400L, 24, "documentation"),
          new Block(0xCB007100L, 24, "documentation"),
          Block.v4(224, 0, 3, "multicast or reserved"));

  private Addresses() {}

  /// Whether a host is to be read as an IPv4 address: its last label is a number.
  static boolean looksNumeric(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (last.isEmpty()) {
      return false;
    }
    return last.chars().allMatch(c -> c >= '0' && c <= '9') || parsed(last) >= 0;
  }

  /// The address that a host of one to four decimal, octal or hexadecimal parts spells; -1 for
  /// none.
  static long v4(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      return -1;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long part = parsed(parts[i]);
      int bits = last ? 8 * (4 - i) : 8;
      if (part < 0 || part >> bits != 0) {
        return -1;
      }
      address = address << bits | part;
    }
    return address;
  }

  private static long parsed(String part) {
    boolean hex = part.startsWith("0x") || part.startsWith("0X");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : part;
    int radix = hex ? 16 : octal ? 8 : 10;
    if (digits.isEmpty()) {
      return hex ? 0 : -1;
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = Math.min(value * radix + digit, 1L << 33);
    }
    return value;
  }

  /// What kind of closed network an IPv4 address lies in.
  static Optional<String> closedV4(long address) {
    return CLOSED_V4.stream().filter(block -> block.holds(address)).map(Block::meaning).findFirst();
  }

  /// The eight groups of an IPv6 address without brackets; empty where it is none.
  static Optional<int[]> v6(String text) {
    String plain = text;
    int lastColon = text.lastIndexOf(':');
    if (text.indexOf('.') > lastColon && lastColon >= 0) {
      long tail = dottedQuad(text.substring(lastColon + 1));
      if (tail < 0) {
        return Optional.empty();
      }
      plain =
          text.substring(0, lastColon + 1)
              + Long.toHexString(tail >> 16)
              + ':'
              + Long.toHexString(tail & 0xFFFF);
    }
    int gap = plain.indexOf("::");
    if (gap < 0) {
      return groups(plain).filter(all -> all.length == 8);
    }
    Optional<int[]> head = groups(plain.substring(0, gap));
    Optional<int[]> rest = groups(plain.substring(gap + 2));
    if (head.isEmpty() || rest.isEmpty() || head.get().length + rest.get().length > 7) {
      return Optional.empty();
    }
    int[] all = Arrays.copyOf(head.get(), 8);
    int[] tail = rest.get();
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    return Optional.of(all);
  }

  private static long dottedQuad(String text) {
    String[] parts = text.split("\\.", -1);
    return parts.length == 4 && Arrays.stream(parts).allMatch(part -> part.matches("\\d{1,3}"))
        ? v4(text)
        : -1;
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 8 || !Arrays.stream(parts).allMatch(p -> p.matches("[0-9A-Fa-f]{1,4}"))) {
      return Optional.empty();
    }
    return Optional.of(Arrays.stream(parts).mapToInt(p -> Integer.parseInt(p, 16)).toArray());
  }

  /// What kind of closed network an IPv6 address lies in, or the IPv4 address it carries.
  static Optional<String> closedV6(int[] groups) {
    long head = (long) groups[0] << 16 | groups[1];
    long tail = (long) groups[6] << 16 | groups[7];
    boolean zeroToFive = Arrays.stream(groups, 0, 5).allMatch(group -> group == 0);
    if (zeroToFive && (groups[5] == 0xFFFF || groups[5] == 0)) {
      return tail <= 1 && groups[5] == 0 ? Optional.of("loopback") : closedV4(tail);
    }
    if (head == 0x0064FF9BL) {
      boolean wellKnown = Arrays.stream(groups, 2, 6).allMatch(group -> group == 0);
      return wellKnown ? closedV4(tail) : Optional.of("a private translation prefix");
    }
    if (groups[0] == 0x2002) {
      return closedV4((long) groups[1] << 16 | groups[2]);
    }
    return closedPrefix(groups[0], head);
  }

  private static Optional<String> closedPrefix(int first, long head) {
    if ((first & 0xFE00) == 0xFC00) {
      return Optional.of("a private network");
    }
    if ((first & 0xFF80) == 0xFE80) {
      return Optional.of("link-local or site-local");
    }
    if ((first & 0xFF00) == 0xFF00) {
      return Optional.of("multicast");
    }
    if (head == 0x20010000L || head == 0x20010DB8L) {
      return Optional.of("a tunnel or documentation");
    }
    return (first & 0xE000) == 0x2000 ? Optional.empty() : Optional.of("reserved");
  }

  /// Addresses that share their first `bits`.
  private record Block(long start, int bits, String meaning) {
    static Block v4(int first, int second, int bits, String meaning) {
      return new Block((long) first << 24 | (long) second << 16, bits, meaning);
    }

    boolean holds(long address) {
      return (address ^ start) >> (32 - bits) == 0;
    }
  }
}
