package dev.hotseat.load;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Chooses the kind of each arrival by weight and has its source make the call.
///
/// Each kind draws from a stream of its own, so that another weight or one more kind does not
/// change the keys that this one asks for.
final class Mix {
  private final double[] upTo;
  private final int[] operations;
  private final List<CallSource> sources = new ArrayList<>();
  private final List<RandomGenerator> keys = new ArrayList<>();
  private final RandomGenerator choice;
  private final Patience patience;

  /// @param purpose name of the streams of chance; two mixes of one purpose make the same calls
  Mix(Profile profile, Traffic traffic, Dice dice, String purpose) {
    List<Flow> flows = profile.mix();
    double total = flows.stream().mapToDouble(Flow::weight).sum();
    this.upTo = new double[flows.size()];
    this.operations =
        flows.stream().mapToInt(flow -> profile.operations().indexOf(flow.traffic())).toArray();
    double sum = 0;
    for (int i = 0; i < flows.size(); i++) {
      Flow flow = flows.get(i);
      sum += flow.weight();
      upTo[i] = sum / total;
      sources.add(traffic.source(flow.traffic(), flow.parameters()));
      keys.add(dice.stream(purpose + "/keys/" + i + "/" + flow.traffic()));
    }
    this.choice = dice.stream(purpose + "/mix");
    this.patience = profile.patience();
  }

  /// The first attempt of the next arrival.
  Attempt next(long dueNanos) {
    int flow = flow();
    return new Attempt(operations[flow], patient(sources.get(flow).next(dueNanos, keys.get(flow))));
  }

  private int flow() {
    double drawn = choice.nextDouble();
    int flow = 0;
    while (flow < upTo.length - 1 && drawn >= upTo[flow]) {
      flow++;
    }
    return flow;
  }

  private Call patient(Call call) {
    if (patience.equals(Patience.ENDLESS) || call.patience().equals(patience)) {
      return call;
    }
    return new Call(
        call.method(),
        call.path(),
        call.query(),
        call.headers(),
        call.body(),
        call.dueNanos(),
        patience,
        call.traceparent());
  }
}
