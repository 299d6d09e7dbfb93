package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;

/// What serves the calls of one route.
@FunctionalInterface
interface Desk {
  Reply serve(Task task) throws InterruptedException;
}
