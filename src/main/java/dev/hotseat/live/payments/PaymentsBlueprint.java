package dev.hotseat.live.payments;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Builds payments APIs.
@Singleton
public final class PaymentsBlueprint implements Blueprint {
  private static final Design DESIGN = PaymentsDesign.design();

  private final Pace pace;

  /// With the fact sheet's provider and phones.
  @Inject
  public PaymentsBlueprint() {
    this(Pace.USUAL);
  }

  /// With other ones, for tests and benchmarks.
  public PaymentsBlueprint(Pace pace) {
    this.pace = pace;
  }

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    try {
      Schema.create(kit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tables were made", e);
    }
    Payments payments = new Payments(kit, pace);
    payments.start();
    return payments;
  }
}
