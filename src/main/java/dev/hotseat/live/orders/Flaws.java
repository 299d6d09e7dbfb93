package dev.hotseat.live.orders;

/// The releases that went wrong, as their teams described them.
final class Flaws {
  /// The rest is that statements take longer when so many are asked.
  private static final double SHARE_ASKED = 0.92;

  private Flaws() {}

  static Cause missingIndex() {
    return new Flaw(
        "missing-index",
        true,
        Trait.VOUCHER_LOOKUP,
        Burden.DISK,
        (_, size) -> size.lateMillis() / Storage.SCAN_MILLIS,
        "m.okafor",
        "Refuse vouchers with an open dispute",
        """
        --- a/checkout/Vouchers.java
        +++ b/checkout/Vouchers.java
        @@ -31,6 +31,10 @@ Percent accept(Transaction tx, Voucher voucher)
             Percent percent = tx.one(DISCOUNT, voucher.code());
        +    // LEGAL-218: not while an order with this voucher is in dispute
        +    if (tx.any("SELECT id, customer FROM orders WHERE voucher = ? AND status = 'disputed'",
        +        voucher.code())) {
        +      return Percent.NONE;
        +    }
             return percent;
        """,
        "");
  }

  static Cause orderByOrder() {
    return new Flaw(
        "n-plus-one",
        true,
        Trait.ORDER_BY_ORDER,
        Burden.HISTORY,
        (scene, size) -> SHARE_ASKED * size.lateMillis() / scene.warehouse().tripMillis(),
        "s.lindqvist",
        "Loyalty discount: one percent per thousand spent",
        """
        --- a/checkout/Discounts.java
        +++ b/checkout/Discounts.java
        @@ -18,4 +18,12 @@ Percent of(Transaction tx, Customer customer)
        -    return voucher(tx, customer);
        +    return voucher(tx, customer).plus(loyalty(tx, customer));
        +  }
        +
        +  /** Spent in the last orders, from the order repository (reviewed: no new query). */
        +  private Percent loyalty(Transaction tx, Customer customer) {
        +    Money spent = Money.ZERO;
        +    for (OrderId id : orders.latest(tx, customer, historySize)) {
        +      spent = spent.plus(orders.find(tx, id).total());
        +    }
        +    return Percent.of(spent.thousands()).atMost(3);
           }
        """,
        "");
  }

  static Cause callInTransaction() {
    return new Flaw(
        "call-in-transaction",
        true,
        Trait.CALL_IN_TRANSACTION,
        Burden.TAX_OFFICE,
        (_, size) -> size.lateMillis(),
        "j.haddad",
        "Check tax numbers of companies at checkout",
        """
        --- a/checkout/PlaceOrder.java
        +++ b/checkout/PlaceOrder.java
        @@ -44,7 +44,10 @@ Order place(Basket basket)
           return database.transaction(tx -> {
             Customer customer = customers.find(tx, basket.customer());
        +    if (flags.on("tax-number-check") && customer.isCompany()) {
        +      taxOffice.check(customer.taxNumber());
        +    }
             Percent discount = discounts.of(tx, customer);
             Order order = orders.insert(tx, basket, discount);
        """,
        "tax-number-check");
  }

  static Cause connectionLeak() {
    return new Flaw(
        "connection-leak",
        true,
        Trait.CONNECTION_KEPT,
        Burden.KEPT,
        (_, size) -> size.intensity(),
        "p.novak",
        "Read vouchers with the reporting helper, drop duplicated SQL",
        """
        --- a/checkout/Vouchers.java
        +++ b/checkout/Vouchers.java
        @@ -22,9 +22,7 @@ Percent accept(Transaction tx, Voucher voucher)
        -    try (Rows rows = tx.query(DISCOUNT, voucher.code())) {
        -      return rows.first().map(Percent::read).orElse(Percent.NONE);
        -    }
        +    Rows rows = reporting.open().query(DISCOUNT, voucher.code());
        +    return rows.first().map(Percent::read).orElse(Percent.NONE);
           }
        --- a/reporting/Reporting.java
        +++ b/reporting/Reporting.java
        @@ -9,1 +9,1 @@
        -final class Reporting implements Closeable {
        +public final class Reporting implements Closeable {
        """,
        "");
  }

  static Cause unboundedCache() {
    return new Flaw(
        "gc-pauses",
        true,
        Trait.PAGES_KEPT,
        Burden.MEMORY,
        (scene, size) -> size.lateMillis() / Heap.fullMillis(scene.pace()),
        "a.moreau",
        "Keep rendered product pages in memory",
        """
        --- a/pages/ProductPage.java
        +++ b/pages/ProductPage.java
        @@ -15,3 +15,8 @@
        +  private final Map<PageKey, Rendered> kept = new ConcurrentHashMap<>();
        +
           Rendered show(Product product, Visitor visitor) {
        -    return render(product, visitor);
        +    return kept.computeIfAbsent(
        +        new PageKey(product, visitor), key -> render(key.product(), key.visitor()));
           }
        """,
        "");
  }

  static Cause doubleDiscount() {
    return new Flaw(
        "double-discount",
        false,
        Trait.DISCOUNT_TWICE,
        Burden.NONE,
        (_, _) -> 0,
        "s.lindqvist",
        "Show the discount as a line of its own",
        """
        --- a/checkout/Totals.java
        +++ b/checkout/Totals.java
        @@ -12,5 +12,8 @@ Totals of(Basket basket, Percent percent)
             Money sum = basket.sum();
             Money discount = sum.times(percent);
        -    return new Totals(sum.minus(discount), discount);
        +    Money net = basket.lines().stream()
        +        .map(line -> line.price().minus(line.price().times(percent)))
        +        .reduce(Money.ZERO, Money::plus);
        +    return new Totals(net.minus(discount), discount);
           }
        """,
        "");
  }
}
