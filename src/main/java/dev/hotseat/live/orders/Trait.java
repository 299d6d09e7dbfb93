package dev.hotseat.live.orders;

/// What a version's code does differently. Code paths ask the process they run in; people read the
/// diff of the deploy.
enum Trait {
  /// The page of a customer's orders asks with another order than the index has.
  ORDERS_BY_STATUS,

  /// Lines are fetched one statement after another.
  LINE_BY_LINE,

  /// Some checkouts call a remote service while they hold their transaction open.
  CALL_IN_TRANSACTION,

  /// Some checkouts never give their connection back.
  CONNECTION_KEPT,

  /// Rendered pages are kept for ever.
  PAGES_KEPT,

  /// A discount is taken off twice for some orders.
  DISCOUNT_TWICE,

  /// A hotfix that was not tested: some baskets break it.
  UNTESTED
}
