package dev.hotseat.live.migration;

/// What those who move customers may know of those who serve them, and ask of them.
final class Served implements Serving {
  private final Replica replica;
  private volatile Auditing auditing = () -> {};

  Served(Replica replica) {
    this.replica = replica;
  }

  /// Who looks when asked to.
  void auditedBy(Auditing auditor) {
    auditing = auditor;
  }

  @Override
  public void wrote(long rows) {
    replica.wrote(rows);
  }

  @Override
  public long lagMillis() {
    return replica.lagMillis();
  }

  @Override
  public void auditNow() throws InterruptedException {
    auditing.look();
  }

  /// Looks at every customer.
  @FunctionalInterface
  interface Auditing {
    void look() throws InterruptedException;
  }
}
