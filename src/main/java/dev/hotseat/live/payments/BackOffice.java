package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.history.Finding;
import dev.hotseat.history.Kind;
import dev.hotseat.history.Verdict;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.payments.Reconciliations.Item;
import dev.hotseat.live.payments.Reconciliations.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/// What finance and auditors use: settlement files, reconciliations, the exceptions queue, the
/// audit.
final class BackOffice {
  private static final int ITEMS_MAX = 200;
  private static final int FINDINGS_MAX = 50;

  private final Kit kit;
  private final Clock clock;
  private final Settlements settlements;
  private final Reconciler reconciler;
  private final Auditor auditor;

  BackOffice(
      Kit kit, Clock clock, Settlements settlements, Reconciler reconciler, Auditor auditor) {
    this.kit = kit;
    this.clock = clock;
    this.settlements = settlements;
    this.reconciler = reconciler;
    this.auditor = auditor;
  }

  Reply serve(Visit visit, Route route) throws InterruptedException {
    return switch (route.operation()) {
      case "settle" -> file(visit, route.subject());
      case "reconcile" -> reconcile(visit);
      case "reconciliation" -> reconciliation(route.subject());
      case "exceptions" -> exceptions();
      case "resolve" -> resolve(visit, route.subject());
      case "audit" -> audit();
      default -> throw new IllegalStateException("no operation " + route.operation());
    };
  }

  private Reply file(Visit visit, String day) throws InterruptedException {
    return settlements
        .file(provider(visit), day)
        .map(file -> new Reply(200, Map.of("Content-Type", "text/csv"), file.text(), null))
        .orElseGet(BackOffice::noProvider);
  }

  private Reply reconcile(Visit visit) throws InterruptedException {
    String body = visit.call().body();
    if (body.isBlank()) {
      return reconciler
          .fetch(provider(visit))
          .map(BackOffice::taken)
          .orElseGet(BackOffice::noProvider);
    }
    Optional<SettlementFile> file = SettlementFile.read(body);
    return file.isPresent()
        ? taken(reconciler.take(file.get()))
        : new Objection(400, "body-malformed", "body", "Expected the lines of a settlement file")
            .reply();
  }

  private static Reply taken(Reconciler.Taken taken) {
    Run run = taken.run();
    String place = "/reconciliations/" + run.id();
    Map<String, String> headers =
        taken.isNew()
            ? Map.of("Content-Type", "application/json", "Location", place)
            : Map.of(
                "Content-Type",
                "application/json",
                "Location",
                place,
                "Idempotent-Replayed",
                "true");
    return new Reply(taken.isNew() ? 201 : 200, headers, json(run), null);
  }

  private Reply reconciliation(String id) throws InterruptedException {
    long number = number(id);
    return kit.store()
        .aside(connection -> Reconciliations.find(connection, number))
        .map(run -> Reply.json(200, json(run)))
        .orElseGet(
            () -> new Objection(404, "not-found", "id", "There is no such reconciliation").reply());
  }

  private Reply exceptions() throws InterruptedException {
    List<Item> items =
        kit.store().aside(connection -> Reconciliations.items(connection, ITEMS_MAX));
    StringJoiner lines = new StringJoiner(",", "{\"exceptions\":[", "]}");
    items.forEach(item -> lines.add(json(item)));
    return Reply.json(200, lines.toString());
  }

  private Reply resolve(Visit visit, String id) throws InterruptedException {
    Optional<Resolution> resolution = Resolution.read(visit.call().body());
    if (resolution.isEmpty()) {
      return new Objection(400, "body-malformed", "body", "Expected who and why").reply();
    }
    long number = number(id);
    Optional<Item> item =
        kit.store().aside(connection -> resolved(connection, number, resolution.get()));
    if (item.isEmpty()) {
      return new Objection(404, "not-found", "id", "There is no such exception").reply();
    }
    boolean ours =
        item.get().resolvedBy().equals(resolution.get().who())
            && item.get().resolvedWhy().equals(resolution.get().why());
    return ours
        ? Reply.json(200, json(item.get()))
        : new Objection(409, "resolved", "id", "Closed before, by " + item.get().resolvedBy())
            .reply();
  }

  private Optional<Item> resolved(Connection connection, long id, Resolution resolution)
      throws SQLException {
    boolean closed = Reconciliations.resolve(connection, id, resolution.who(), resolution.why());
    Optional<Item> item = Reconciliations.item(connection, id);
    if (closed && item.isPresent()) {
      Actor actor = Actor.worker(resolution.who());
      Trail.add(
          connection, item.get().payment(), clock.millis(), actor, "resolved", resolution.why());
    }
    return item;
  }

  private Reply audit() throws InterruptedException {
    Verdict verdict = auditor.audit();
    StringJoiner counts = new StringJoiner(",", "{", "}");
    new TreeMap<>(verdict.counts())
        .forEach((Kind kind, Long count) -> counts.add(Json.quoted(kind.name()) + ":" + count));
    StringJoiner findings = new StringJoiner(",", "[", "]");
    verdict.findings().stream().limit(FINDINGS_MAX).forEach(finding -> findings.add(json(finding)));
    return Reply.json(
        200,
        "{\"clean\":"
            + verdict.clean()
            + ",\"complete\":"
            + verdict.complete()
            + ",\"operations\":"
            + verdict.operations()
            + ",\"counts\":"
            + counts
            + ",\"findings\":"
            + findings
            + "}");
  }

  private static String json(Finding finding) {
    StringJoiner trail = new StringJoiner(",", "[", "]");
    finding.trail().forEach(line -> trail.add(Json.quoted(line)));
    StringJoiner ids = new StringJoiner(",", "[", "]");
    finding.ids().forEach(id -> ids.add(Json.quoted(id)));
    return "{\"kind\":"
        + Json.quoted(finding.kind().name())
        + ",\"subject\":"
        + Json.quoted(finding.subject())
        + ",\"words\":"
        + Json.quoted(finding.words())
        + ",\"ids\":"
        + ids
        + ",\"trail\":"
        + trail
        + "}";
  }

  private static String json(Run run) {
    return "{\"reconciliation\":"
        + run.id()
        + ",\"provider\":\""
        + run.provider()
        + "\",\"day\":"
        + Json.quoted(run.day())
        + ",\"complete\":"
        + run.complete()
        + ",\"lines\":"
        + run.lines()
        + ",\"matched\":"
        + run.matched()
        + ",\"missing\":"
        + run.missing()
        + ",\"duplicate\":"
        + run.duplicate()
        + ",\"wrongAmount\":"
        + run.wrongAmount()
        + ",\"unrecorded\":"
        + run.unrecorded()
        + ",\"later\":"
        + run.later()
        + "}";
  }

  private static String json(Item item) {
    return "{\"id\":"
        + item.id()
        + ",\"kind\":\""
        + item.kind()
        + "\",\"subject\":"
        + Json.quoted(item.subject())
        + ",\"detail\":"
        + Json.quoted(item.detail())
        + ",\"foundBy\":"
        + item.foundBy()
        + ",\"resolvedBy\":"
        + Json.quoted(item.resolvedBy())
        + ",\"resolvedWhy\":"
        + Json.quoted(item.resolvedWhy())
        + "}";
  }

  private static String provider(Visit visit) {
    return visit.call().query().getOrDefault("provider", Schema.PROVIDERS.getFirst());
  }

  private static Reply noProvider() {
    return new Objection(404, "not-found", "provider", "Known are psp and psp.b").reply();
  }

  private static long number(String text) {
    return PaymentId.number("pay-" + text);
  }
}
