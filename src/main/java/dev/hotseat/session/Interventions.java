package dev.hotseat.session;

import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.live.Design;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.session.SessionRefusal.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people do to the live system from outside: break it, mend it, operate it.
final class Interventions {
  /// Nobody on call has more hands.
  private static final int UNDER_WAY_MAX = 8;

  private final Core core;
  private final Rights rights;

  Interventions(Core core, Rights rights) {
    this.core = core;
    this.rights = rights;
  }

  List<FaultView> faults(Role by) {
    return Views.faults(scenario(), design(), core.story(), knowing(by));
  }

  FaultView start(String fault, @Nullable Double intensity, boolean forced, Role who) {
    Role by = knowing(who);
    FaultKind kind = kind(fault, by);
    double strength = intensity == null ? kind.usual() : intensity;
    if (!(strength >= kind.min() && strength <= kind.max())) {
      throw SessionRefusal.invalid(
          "intensity", kind.min() + ".." + kind.max() + " " + kind.unit(), "" + strength);
    }
    if (forced && !by.leads()) {
      throw new SessionRefusal(Kind.NOT_ALLOWED, "Only an interviewer may force a fault.");
    }
    core.live();
    core.ask(() -> {
      rights.mayAct(by);
      boolean biting = core.story().faults().containsKey(fault);
      Optional<String> early = forced || biting ? Optional.empty() : core.tooEarly();
      if (early.isPresent()) {
        throw new SessionRefusal(
            Kind.NOT_HEALTHY, "The baseline does not hold: " + early.get() + ".");
      }
      return core.write(new FaultStarted(fault, strength, Rights.word(by)));
    });
    return view(fault, by);
  }

  /// Stops a fault. A candidate mends only what a candidate broke: the script's faults are to be
  /// found and worked around.
  FaultView stop(String fault, Role who) {
    Role by = knowing(who);
    kind(fault, by);
    core.ask(() -> {
      rights.mayAct(by);
      var biting = core.story().faults().get(fault);
      boolean own = by.leads() || (biting != null && biting.by().equals(Rights.word(by)));
      return biting != null && own
          ? core.write(new FaultStopped(fault, Rights.word(by)))
          : List.of();
    });
    return view(fault, by);
  }

  /// Where nobody may know what is broken, everybody knows what a candidate does.
  private Role knowing(Role by) {
    return core.conceals() ? Role.CANDIDATE : by;
  }

  private FaultKind kind(String name, Role by) {
    FaultKind kind =
        core.fault(name)
            .orElseThrow(() ->
                SessionRefusal.invalid(
                    "name",
                    "one of "
                        + String.join(", ", faults(by).stream().map(FaultView::name).toList()),
                    name));
    if (!by.leads() && !scenario().faults().candidate().contains(name)) {
      throw new SessionRefusal(Kind.NOT_ALLOWED, "This fault is not the candidate's to start.");
    }
    return kind;
  }

  private FaultView view(String fault, Role by) {
    return faults(by).stream()
        .filter(each -> each.name().equals(fault))
        .findFirst()
        .orElseThrow(() -> new SessionRefusal(Kind.NOT_FOUND, "There is no such fault."));
  }

  /// Takes an action, or begins one that takes time.
  Deed act(String action, Map<String, String> arguments, Role by) {
    rights.mayAct(by);
    arguments.forEach(
        (name, value) -> rights.checked("arguments." + rights.checked("arguments", name), value));
    try {
      Design.Action wanted = design().action(action);
      Map<String, String> complete = wanted.arguments(arguments);
      return wanted.takes().isZero()
          ? done(action, complete, core.live().act(action, arguments), by)
          : begun(wanted, complete, arguments, by);
    } catch (Refusal refusal) {
      throw SessionRefusal.invalid(refusal.field(), refusal.expected(), refusal.got());
    } catch (IllegalArgumentException refused) {
      throw SessionRefusal.invalid(
          "arguments", "what the action takes", String.valueOf(refused.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionRefusal(Kind.BUSY, "The action was interrupted.");
    }
  }

  /*
   * What an action does may take a moment and may fail, so it is done on the caller's thread and told
   * afterwards. A crash between the two loses the entry, but then also the system that it changed.
   */
  private Deed done(String action, Map<String, String> arguments, String outcome, Role by) {
    core.tell(new ActionTaken(action, arguments, outcome, Rights.word(by)));
    return new Deed(action, arguments, outcome, 0);
  }

  private Deed begun(
      Design.Action wanted, Map<String, String> complete, Map<String, String> given, Role by) {
    double seconds = wanted.takes().toMillis() / 1e3;
    core.live().mayAct(wanted.name(), given);
    core.ask(() -> {
      rights.mayAct(by);
      if (core.story().underWay().size() >= UNDER_WAY_MAX) {
        throw new SessionRefusal(Kind.CONFLICT, UNDER_WAY_MAX + " actions are under way.");
      }
      return core.write(new ActionBegun(wanted.name(), complete, seconds, Rights.word(by)));
    });
    return new Deed(
        wanted.name(), complete, "Under way; it takes " + plain(seconds) + " s.", seconds);
  }

  private static String plain(double seconds) {
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : "" + seconds;
  }

  private Scenario scenario() {
    return core.course().scenario();
  }

  private Design design() {
    return core.course().design();
  }
}
