package dev.hotseat.api;

import dev.hotseat.live.Parameter;
import dev.hotseat.live.Parameter.Kind;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an action or a sheet is told.
///
/// @param type `choice`, `number`, `switch` or `text`
/// @param allowed the choices, a range with its unit, or a length
/// @param required whether it has to be given
/// @param initial what it is when not given; absent where it has to be
/// @param min of a number
/// @param max of a number; characters of a text
/// @param unit of a number, may be empty
@Serdeable
record ParameterJson(
    String name,
    String meaning,
    String type,
    List<String> allowed,
    boolean required,
    @Nullable String initial,
    @Nullable Long min,
    @Nullable Long max,
    @Nullable String unit) {

  static List<ParameterJson> all(List<Parameter> parameters) {
    return parameters.stream().map(ParameterJson::of).toList();
  }

  private static ParameterJson of(Parameter each) {
    return switch (each.kind()) {
      case Kind.Number(long min, long max, String unit) -> of(each, min, max, unit);
      case Kind.Text(int charsMax) -> of(each, null, (long) charsMax, null);
      case Kind.Choice _, Kind.Switch _ -> of(each, null, null, null);
    };
  }

  private static ParameterJson of(
      Parameter each, @Nullable Long min, @Nullable Long max, @Nullable String unit) {
    return new ParameterJson(
        each.name(),
        each.meaning(),
        each.kind().type(),
        each.kind().allowed(),
        each.required(),
        each.usual(),
        min,
        max,
        unit);
  }

  /// As one writes it in a line of text: `region=eu|us`, in brackets where it need not be given.
  String written() {
    String text =
        name
            + "="
            + (type.equals("text") ? "…" : allowed.stream().collect(Collectors.joining("|")));
    return required ? text : "[" + text + "]";
  }
}
