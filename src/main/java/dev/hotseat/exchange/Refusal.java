package dev.hotseat.exchange;

/// Something asked for that is not allowed; nothing was changed by asking.
public final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String expected;
  private final String got;

  /// @param field what was asked for, by the name the asker used
  /// @param expected what would have been allowed
  public Refusal(String field, String expected, String got) {
    super(field + ": expected " + expected + ", got " + got);
    this.field = field;
    this.expected = expected;
    this.got = got;
  }

  public String field() {
    return field;
  }

  public String expected() {
    return expected;
  }

  public String got() {
    return got;
  }
}
