package dev.hotseat.live.orders;

/// What a version's code does differently. Code paths ask the process they run in; people read the
/// diff of the deploy.
enum Trait {
  /// Checkout looks up a voucher among all orders, where no index helps.
  VOUCHER_LOOKUP,

  /// What a customer has spent is added up with a statement for every order.
  ORDER_BY_ORDER,

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
