package dev.hotseat.load;

import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Refusal;
import java.time.Duration;
import java.util.List;

/// What a load run sends: when, what, and how its clients behave.
///
/// The same profile under the same seed always makes the same arrivals: the same times, kinds and
/// keys, whatever the system answers. The streams of chance are named after the profile.
///
/// @param name such as `evening`; also names its streams of chance
/// @param loop when calls are due
/// @param mix what is sent, at least one kind
/// @param patience how long a client waits for the answer to one attempt; where it is
///   [Patience#ENDLESS], the patience of each call as its source made it counts
/// @param retry what a client does after a failed or abandoned attempt
public record Profile(String name, Loop loop, List<Flow> mix, Patience patience, Retry retry) {

  public Profile {
    mix = List.copyOf(mix);
    if (mix.isEmpty()) {
      throw new Refusal("mix", "at least one kind of traffic", "none");
    }
  }

  /// Clients who wait as long as it takes and never try again.
  public Profile(String name, Loop loop, List<Flow> mix) {
    this(name, loop, mix, Patience.ENDLESS, new Retry.None());
  }

  /// Evenly spaced arrivals at one rate.
  public static Profile steady(
      String name, double ratePerSecond, Duration duration, List<Flow> mix) {
    var stages = List.of(Stage.hold(ratePerSecond, duration));
    return new Profile(name, new Loop.Open(Loop.Spacing.EVEN, stages), mix);
  }

  /// These arrivals by clients with the given manners.
  public Profile with(Patience patience, Retry retry) {
    return new Profile(name, loop, mix, patience, retry);
  }

  /// The same profile, stretched or squeezed into the given time; its rates stay as they are.
  public Profile lasting(Duration whole) {
    return new Profile(name, loop.lasting(whole), mix, patience, retry);
  }

  /// Names of the kinds of traffic, each once, in the order of the mix.
  public List<String> operations() {
    return mix.stream().map(Flow::traffic).distinct().toList();
  }
}
