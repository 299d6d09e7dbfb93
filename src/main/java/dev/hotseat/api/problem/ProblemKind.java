package dev.hotseat.api.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Locale;

/// Every way in which the server says no. `docs/PROBLEMS.md` and `/problems` are made from this
/// list.
public enum ProblemKind {
  MALFORMED_JSON(400, "The body is not JSON", "Mend the text at the line and column given."),
  BAD_REQUEST(400, "The request cannot be read", "See the detail; nothing was done."),
  UNAUTHENTICATED(
      401,
      "Who is asking?",
      "Send `Authorization: Bearer …` with a token of the session, or with the host key."),
  FORBIDDEN(403, "Not with this role", "Use a token of a role that may do this."),
  CROSS_SITE(
      403,
      "Sent by another site",
      "A browser says that a page of another site sent this. Only pages of this server may change"
          + " anything."),
  NO_SUCH_PATH(404, "No such path", "`/docs` lists every path."),
  NO_SUCH_SCENARIO(404, "No such scenario", "`GET /api/scenarios` lists the scenarios."),
  NO_SUCH_SESSION(404, "No such session", "Check the id; a token opens its own session only."),
  NO_SUCH_RUN(404, "No such load run", "`GET /api/sessions/{id}/runs` lists the runs."),
  NO_SUCH_TRACE(
      404, "No such trace", "Only slow and failed calls and a sample of the others are kept."),
  NO_SUCH_LIVE_SYSTEM(
      404, "No such live system", "Take `liveUrl` from the session; it ends with the session."),
  NOT_FOUND(404, "Nothing of that name", "The detail says what was looked for."),
  METHOD_NOT_ALLOWED(405, "This path has other methods", "The `Allow` header lists them."),
  NOT_ACCEPTABLE(406, "Not in that format", "The detail lists the formats of this path."),
  SESSION_ENDED(409, "The session has ended", "Its report, replay and export remain readable."),
  SESSION_NOT_ENDED(409, "The session is still going on", "`POST /api/sessions/{id}/end` ends it."),
  SESSION_PAUSED(409, "The session is paused", "`POST /api/sessions/{id}/resume` goes on."),
  RUN_IN_PROGRESS(
      409,
      "A load run is going on",
      "Wait for it, or stop it with `DELETE /api/sessions/{id}/load`."),
  NO_RUN_IN_PROGRESS(
      409, "No load run is going on", "Start one with `POST /api/sessions/{id}/load`."),
  NOT_HEALTHY_YET(
      409,
      "Healthy first",
      "A fault needs a baseline to be compared with: send the system some load until errors are"
          + " under 0.1 % and the p99 is steady, or start the fault with `force`."),
  NO_HINT(409, "No hint to give", "No question is open, or its ladder is used up."),
  SCENARIO_BROKEN(
      409, "The scenario has problems", "`POST /api/scenarios/{name}/lint` says where."),
  NOT_NOW(409, "Not in this state", "See the detail; nothing was done."),
  TOO_LARGE(413, "Too large", "Send less; a body may have 1 MB, to a live system 64 KiB."),
  URI_TOO_LONG(414, "The address is too long", "Send less in path and query."),
  UNSUPPORTED_MEDIA_TYPE(
      415, "Not a format this path reads", "Send JSON with `Content-Type: application/json`."),
  WRONG_HOST(
      421,
      "Not the name of this server",
      "The Host header names neither this machine's loopback nor a name in `hotseat.public-hosts`."
          + " This stops pages of other sites from reaching the server under a name of their own."),
  INVALID_FIELDS(
      422, "Some fields are not right", "Each entry of `errors` names one, with what is expected."),
  SQL_REFUSED(
      422,
      "The statement was not run",
      "The console takes one SELECT, EXPLAIN SELECT or EXPLAIN ANALYZE SELECT, bounded in time,"
          + " rows and bytes."),
  OVER_LIMIT(429, "More than a session may have", "The detail names the limit."),
  DEMONSTRATIONS_FULL(
      429,
      "Every stage is taken",
      "Wait for a play to end, or stop one with `DELETE /api/demonstrations/{play}`."),
  HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter header fields."),
  UNEXPECTED(500, "Something broke on our side", "The server's log has the details.", false),
  SESSIONS_FULL(503, "Every seat is taken", "Try again when a session has ended."),
  STORAGE_FULL(507, "The journal cannot be written", "Reading still works; tell the host.", true),
  UNREADABLE(
      500,
      "The session cannot be read",
      "Its journal or its scenario cannot be read any more; the server's log has the details."),
  UNAVAILABLE(503, "Not available now", "Try again shortly.", false);

  private static final String PAGE = "/problems#";

  private final int status;
  private final String title;
  private final String remedy;
  private final boolean definite;

  ProblemKind(int status, String title, String remedy) {
    this(status, title, remedy, true);
  }

  ProblemKind(int status, String title, String remedy, boolean definite) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
    this.definite = definite;
  }

  /// Kebab-case name; the end of the problem's type.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// HTTP status.
  public HttpStatus status() {
    return HttpStatus.valueOf(status);
  }

  /// The kind in one line.
  public String title() {
    return title;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }

  /// Whether certainly nothing has changed.
  public boolean definite() {
    return definite;
  }

  /// A refusal to throw.
  public Refused because(String detail) {
    return new Refused(this, detail, List.of());
  }

  /// A refusal to throw that names the fields at fault.
  public Refused because(String detail, List<FieldError> errors) {
    return new Refused(this, detail, errors);
  }

  /// A refusal to throw about one field.
  public static Refused field(String field, String expected, String got) {
    return INVALID_FIELDS.because(
        field + ": expected " + expected, List.of(new FieldError(field, expected, got)));
  }

  Problem problem(String detail, List<FieldError> errors) {
    return new Problem(PAGE + slug(), title, status, detail, definite, errors);
  }
}
