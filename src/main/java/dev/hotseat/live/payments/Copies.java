package dev.hotseat.live.payments;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.payments.Choices.KeyCopies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The key tables of the two regions, and what travels between them.
///
/// Payments and ledger are the company's one book and move with it; keys are kept where the API
/// runs, and reach the other region only if the design sends them there.
final class Copies {
  private static final int QUEUED_MAX = 200_000;

  private final Kit kit;
  private final Hop toOther;
  private final KeyTable east = new KeyTable(KeyTable.EAST);
  private final KeyTable west = new KeyTable(KeyTable.WEST);
  private final BlockingQueue<Named> waiting = new LinkedBlockingQueue<>(QUEUED_MAX);
  private volatile boolean moved;

  Copies(Kit kit) {
    this.kit = kit;
    this.toOther = kit.hop("store>store.west");
  }

  /// Sends queued keys over, each a journey of its own.
  void start() {
    kit.background(
        "key-copies",
        () -> {
          while (true) {
            Named next = waiting.take();
            send(kit.errand("key copies"), next.scope(), next.hash());
          }
        });
  }

  /// The key table where the API runs.
  KeyTable home() {
    return moved ? west : east;
  }

  /// Name of that table.
  String homeName() {
    return moved ? KeyTable.WEST : KeyTable.EAST;
  }

  /// The API runs in the other region from now on.
  void move() {
    moved = !moved;
  }

  /// Brings the key of a task to the other region, now or soon.
  void copy(Task task, PaymentRow payment) throws InterruptedException {
    if (!payment.keyHash().isEmpty()) {
      copy(task.choices().keyCopies(), task.visit(), task.scope(), payment.keyHash());
    }
  }

  void copy(KeyCopies when, Visit visit, String scope, String hash) throws InterruptedException {
    switch (when) {
      case NONE -> {}
      case ASYNCHRONOUS -> {
        if (!waiting.offer(new Named(scope, hash))) {
          kit.log("ERROR", "store.west", "a key was not copied: too many wait");
        }
      }
      case SYNCHRONOUS -> send(visit, scope, hash);
    }
  }

  private void send(Visit visit, String scope, String hash) throws InterruptedException {
    KeyTable from = home();
    KeyTable to = moved ? east : west;
    kit.store().query(toOther, visit, connection -> copied(connection, from, to, scope, hash));
  }

  private static boolean copied(
      Connection connection, KeyTable from, KeyTable to, String scope, String hash)
      throws SQLException {
    Optional<KeyRow> row = from.find(connection, scope, hash);
    if (row.isPresent()) {
      to.merge(connection, row.get());
    }
    return row.isPresent();
  }

  private record Named(String scope, String hash) {}
}
