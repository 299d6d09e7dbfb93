package dev.hotseat.load;

/// A profile that makes no sense, or more load than allowed.
public final class LoadRefusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String expected;
  private final String got;

  public LoadRefusal(String field, String expected, String got) {
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
