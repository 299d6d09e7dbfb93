package dev.hotseat.api.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the kind of problem behind an error of the framework. Nothing of an exception's text
/// reaches the client unless the exception is a [Refused], whose words are ours.
@Singleton
final class Diagnosis {
  private final Signpost signpost;

  Diagnosis(Signpost signpost) {
    this.signpost = signpost;
  }

  Problem of(ErrorContext context, HttpStatus status) {
    HttpRequest<?> request = context.getRequest();
    return context
        .getRootCause()
        .map(cause -> of(cause, request, status))
        .orElseGet(() -> of(status, request.getPath()));
  }

  private Problem of(Throwable cause, HttpRequest<?> request, HttpStatus status) {
    return switch (cause) {
      case Refused refused -> refused.problem();
      case UnsatisfiedRouteException missing -> invalid(request, missing.getArgument(), "nothing");
      case ConversionErrorException unreadable ->
          invalid(request, unreadable.getArgument(), got(unreadable));
      case ContentLengthExceededException _ -> plain(ProblemKind.TOO_LARGE, tooLarge());
      case BufferLengthExceededException _ -> plain(ProblemKind.TOO_LARGE, tooLarge());
      case DecompressionException _ ->
          plain(
              ProblemKind.BAD_REQUEST, "The body is not compressed as its Content-Encoding says.");
      case NotAllowedException other ->
          plain(
              ProblemKind.METHOD_NOT_ALLOWED,
              other.getRequestMethod()
                  + " is not one of "
                  + other.getAllowedMethods().stream().sorted().collect(Collectors.joining(", "))
                  + ".");
      case NotAcceptableException other ->
          plain(
              ProblemKind.NOT_ACCEPTABLE,
              "This path answers with "
                  + other.getProduceableContentTypes().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + ".");
      case UnsupportedMediaException other ->
          plain(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "This path reads "
                  + other.getAcceptableContentTypes().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + ".");
      default -> of(status, request.getPath());
    };
  }

  private Problem of(HttpStatus status, String path) {
    return switch (status.getCode()) {
      case 401 ->
          plain(
              ProblemKind.UNAUTHENTICATED,
              "This needs a token, and none that is known came with the request.");
      case 403 -> plain(ProblemKind.FORBIDDEN, "The role of your token may not do this.");
      case 404 -> plain(ProblemKind.NO_SUCH_PATH, nothingAt(path));
      case 405 -> plain(ProblemKind.METHOD_NOT_ALLOWED, "Not with this method.");
      case 406 -> plain(ProblemKind.NOT_ACCEPTABLE, "Not in the format asked for.");
      case 413 -> plain(ProblemKind.TOO_LARGE, tooLarge());
      case 414 -> plain(ProblemKind.URI_TOO_LONG, "Path and query are longer than the limit.");
      case 415 -> plain(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The body's format is not read here.");
      case 431 -> plain(ProblemKind.HEADERS_TOO_LARGE, "The headers are larger than the limit.");
      case 503 -> plain(ProblemKind.UNAVAILABLE, "The server cannot answer this now.");
      default ->
          status.getCode() >= 500
              ? plain(
                  ProblemKind.UNEXPECTED, "The failure was logged; nothing of it is shown here.")
              : plain(ProblemKind.BAD_REQUEST, "The request could not be understood.");
    };
  }

  private String nothingAt(String path) {
    return "There is nothing at "
        + FieldError.shown(path)
        + "."
        + signpost.before(path).map(there -> " " + there).orElse("");
  }

  private static String got(ConversionErrorException failure) {
    return Optional.ofNullable(failure.getConversionError())
        .flatMap(error -> error.getOriginalValue())
        .map(Object::toString)
        .orElse("something else");
  }

  private static Problem invalid(HttpRequest<?> request, Argument<?> argument, String got) {
    String field = inPath(request, argument) ? argument.getName() : "?" + argument.getName();
    String expected = Kinds.of(argument);
    return ProblemKind.INVALID_FIELDS.problem(
        field + ": expected " + expected, List.of(new FieldError(field, expected, got)));
  }

  private static boolean inPath(HttpRequest<?> request, Argument<?> argument) {
    return RouteAttributes.getRouteMatch(request)
        .filter(match -> match.getVariableValues().containsKey(argument.getName()))
        .isPresent();
  }

  private static Problem plain(ProblemKind kind, String detail) {
    return kind.problem(detail, List.of());
  }

  private static String tooLarge() {
    return "The body, the address or the headers are larger than the server takes.";
  }

  /// Names of types as a client knows them.
  private static final class Kinds {
    static String of(Argument<?> argument) {
      Class<?> type = argument.getType();
      if (type.isEnum()) {
        return "one of the documented values";
      }
      return switch (type.getSimpleName()) {
        case "int", "Integer", "long", "Long", "OptionalInt", "OptionalLong" -> "a whole number";
        case "double", "Double", "OptionalDouble" -> "a number";
        case "boolean", "Boolean" -> "true or false";
        default -> "a value";
      };
    }
  }
}
