package dev.hotseat.live;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import java.util.Map;

/// A live system's own code. Written against a [Kit]; contains no timers, fault switches or
/// metrics.
///
/// Methods may be called from many threads at once, except `change`, `suffer`, `recover` and
/// `close`, which the kit calls one at a time.
public interface Service extends AutoCloseable {
  /// Which operation of the design a call asks for, or empty for none (answered with 404).
  String operation(Visit visit);

  /// Serves one call. Failures of hops arrive as [HopFailure] and may be passed on: the kit turns
  /// them into a reply.
  Reply serve(Visit visit) throws InterruptedException;

  /// Takes on new lever values; called once before the first call and after every change.
  void change(LeverValues levers);

  /// An `Own` fault begins.
  void suffer(String fault, double intensity);

  /// An `Own` fault ends; nothing of it remains afterwards.
  void recover(String fault);

  /// Carries out an action of the design and says in one sentence what it did.
  ///
  /// @param arguments every parameter of the action with its value, in canonical spelling
  /// @throws Refusal named `arguments.<name>` on a value that is none just now, such as an instance
  ///   that is not there
  String act(String action, Map<String, String> arguments) throws InterruptedException;

  /// Whether an action that takes time may be begun. Asked before it begins; it is carried out, and
  /// may still be refused, when its time is over.
  ///
  /// @param arguments as those of [#act]
  /// @throws Refusal when it could not be carried out just now
  default void mayAct(String action, Map<String, String> arguments) {}

  /// What a sheet of the design shows now. May look into the store, and may take its time.
  ///
  /// @param parameters every parameter of the sheet with its value, in canonical spelling
  /// @throws Refusal named `?<name>` on a value that is none just now
  default Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException {
    throw new IllegalArgumentException("no such sheet: " + sheet);
  }

  /// The gauges of the design, by name. Called once a second; must not block.
  Map<String, Double> gauges();

  /// The oracles of the design, by name. Called once a second; must not block.
  Map<String, Double> oracles();

  /// Calls of one kind of traffic.
  ///
  /// @param traffic name in the design
  /// @param parameters what the load profile sets, such as `skew` or `region`
  /// @throws IllegalArgumentException on a parameter it does not know; the message names it
  CallSource traffic(String traffic, Map<String, String> parameters);

  @Override
  void close();
}
